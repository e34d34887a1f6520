/** A model file, read as the page is built; `build/modelFiles.ts` makes the modules. */
declare module '*.yaml?model' {
  const read: import('./modelFile/read.ts').ReadModel;
  export default read;
}

/** What a list of models shows of one. */
declare module '*.yaml?named' {
  type Named = Pick<import('./model/model.ts').Model, 'id' | 'name' | 'about'>;
  const named: Named;
  export const id: Named['id'];
  export const name: Named['name'];
  export const about: Named['about'];
  export default named;
}
