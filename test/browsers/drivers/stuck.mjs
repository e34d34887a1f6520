/** ms after which a command is given up: a busy machine takes seconds for one. */
export const COMMAND_PATIENCE = 60_000;

/** The browser answers no more, which is no fault of the page: now and then a driver gets stuck. */
export class Stuck extends Error {}
