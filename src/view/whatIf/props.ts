import type { JSX } from 'solid-js';

/** `start`, `end`: what stands in the bar of every question, before and behind what is its own. */
export interface QuestionProps {
  readonly on: boolean;
  readonly start: JSX.Element;
  readonly end: JSX.Element;
}
