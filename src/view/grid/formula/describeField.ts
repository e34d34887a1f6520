/** Sets attributes of a field. @returns what puts back those that nobody else has set since. */
export function describeField(field: HTMLElement, attributes: Readonly<Record<string, string>>): () => void {
  const before = Object.keys(attributes).map((name) => [name, field.getAttribute(name)] as const);
  for (const [name, value] of Object.entries(attributes)) field.setAttribute(name, value);
  return () => {
    for (const [name, value] of before) {
      if (field.getAttribute(name) !== attributes[name]) continue;
      if (value === null) field.removeAttribute(name);
      else field.setAttribute(name, value);
    }
  };
}
