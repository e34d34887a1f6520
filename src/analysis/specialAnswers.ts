/** The answers that are not loaded before they are wanted. */
export { standardAnswer } from './standardAnswer.ts';
export { steppedAnswer } from './steppedAnswer.ts';
