import type { Token } from './scan.ts';

/** A function whose arguments are being typed. */
export interface Call {
  readonly name: string;
  /** 0-based place of the argument in which the caret stands. */
  readonly argument: number;
}

/** The innermost call of a function around the caret. */
export function callAt(text: string, tokens: readonly Token[], caret: number): Call | undefined {
  const open: { name: string | undefined; argument: number }[] = [];
  let name: string | undefined;
  for (const { kind, start, end } of tokens) {
    if (end > caret) break;
    const top = open.at(-1);
    if (kind === 'open') open.push({ name, argument: 0 });
    else if (kind === 'close') open.pop();
    else if (kind === 'separator' && top) top.argument++;
    if (kind !== 'space') name = kind === 'function' ? text.slice(start, end).toUpperCase() : undefined;
  }
  const call = open.findLast((entry) => entry.name !== undefined);
  return call?.name === undefined ? undefined : { name: call.name, argument: call.argument };
}

/** Which of the declared parameters an argument belongs to: the last `repeats` of them come again and again. */
export function parameterOf(argument: number, parameters: number, repeats: number): number | undefined {
  if (argument < parameters) return argument;
  if (repeats <= 0 || repeats > parameters) return undefined;
  return parameters - repeats + ((argument - parameters) % repeats);
}
