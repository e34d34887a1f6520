/** The nodes of a graph that need themselves, directly or by others (Tarjan, without recursion). */
export function inCycles(count: number, next: (node: number) => readonly number[]): Set<number> {
  const index = new Int32Array(count).fill(-1);
  const low = new Int32Array(count);
  const onStack = new Uint8Array(count);
  const stack: number[] = [];
  const found = new Set<number>();
  let counter = 0;
  for (let root = 0; root < count; root++) {
    if (index[root] !== -1) continue;
    const walk: { node: number; at: number }[] = [{ node: root, at: 0 }];
    while (walk.length > 0) {
      const here = walk[walk.length - 1] as { node: number; at: number };
      const { node } = here;
      if (here.at === 0) {
        index[node] = low[node] = counter++;
        stack.push(node);
        onStack[node] = 1;
      }
      const others = next(node);
      let isDeeper = false;
      while (here.at < others.length) {
        const other = others[here.at++] as number;
        if (other === node) found.add(node);
        if (index[other] === -1) {
          walk.push({ node: other, at: 0 });
          isDeeper = true;
          break;
        }
        if (onStack[other]) low[node] = Math.min(low[node] as number, index[other] as number);
      }
      if (isDeeper) continue;
      walk.pop();
      const parent = walk.at(-1)?.node;
      if (parent !== undefined) low[parent] = Math.min(low[parent] as number, low[node] as number);
      if (low[node] !== index[node]) continue;
      const group: number[] = [];
      for (;;) {
        const top = stack.pop() as number;
        onStack[top] = 0;
        group.push(top);
        if (top === node) break;
      }
      if (group.length > 1) for (const one of group) found.add(one);
    }
  }
  return found;
}
