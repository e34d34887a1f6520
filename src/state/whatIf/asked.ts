import { type Accessor, createMemo } from 'solid-js';
import type { WhatIf } from '../../model/whatIf.ts';
import type { Workspace } from '../document/workspace.ts';

/** What the document says is asked of it. */
export const createAsked = (workspace: Workspace): Accessor<WhatIf> =>
  createMemo(() => workspace.document().whatIf ?? {});

/** Asks something else, beside what else is asked; undefined: no more. One step of undo. */
export function ask(workspace: Workspace, part: { readonly [K in keyof WhatIf]: WhatIf[K] | undefined }): boolean {
  const all = Object.entries({ ...workspace.gateway.state.document.whatIf, ...part });
  const kept = all.filter(([, value]) => value !== undefined);
  const whatIf = kept.length > 0 ? (Object.fromEntries(kept) as WhatIf) : undefined;
  return workspace.dispatch({ kind: 'structure', parts: { whatIf } });
}
