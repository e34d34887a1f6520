/** A model file, read as the page is built; `build/modelFiles.ts` makes the modules. */
declare module '*.yaml?model' {
  const read: Omit<import('./modelFile/read.ts').ReadModel, 'written'>;
  export default read;
}

/** What a list of models shows of one. */
declare module '*.yaml?named' {
  const named: Pick<import('./model/model.ts').Model, 'id' | 'name' | 'about'>;
  export default named;
}
