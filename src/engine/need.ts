import { type Content, isFormula } from '../model/content.ts';
import { needsMore } from './functions/later.ts';
import type { PackedSpec } from './packed.ts';
import type { PackedLines } from './port.ts';
import type { EngineRequest } from './requests.ts';

const inContent = (content: Content | undefined): boolean => isFormula(content) && needsMore(content.formula);
const inParts = (parts: readonly PackedLines[]): boolean =>
  parts.some(({ others }) => others.some(([, content]) => inContent(content)));
const inSpec = ({ lines, parts }: PackedSpec): boolean =>
  inParts(parts) ||
  lines.some(
    (line) =>
      ('formula' in line && needsMore(line.formula)) ||
      ('first' in line && line.first !== undefined && needsMore(line.first)),
  );

/** Whether a request names functions that are loaded later. */
export function isInNeed(request: EngineRequest): boolean {
  switch (request.kind) {
    case 'build':
    case 'readOf':
      return inSpec(request.spec);
    case 'apply':
      return request.edits.some(({ content }) => inContent(content));
    case 'replace':
      return inParts(request.parts);
    case 'attempt':
      return request.steps.some((edits) => edits.some(({ content }) => inContent(content)));
    default:
      return false;
  }
}
