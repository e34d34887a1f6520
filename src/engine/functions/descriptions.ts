/**
 * Puts the engine's own descriptions of its functions in. They are there from the beginning, but in the build, where
 * `build/laterDescriptions.ts` takes them out of what the worker begins with and this into their place.
 */
export const fillDescriptions = (): void => {};
