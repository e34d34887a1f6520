/** A model file, read as the page is built; `build/modelFiles.ts` makes the modules. */
declare module '*.yaml?model' {
  const read: import('./modelFile/read.ts').ReadModel;
  export default read;
}

/** What a list of models shows of one. */
declare module '*.yaml?named' {
  const named: Pick<import('./model/model.ts').Model, 'id' | 'name' | 'about'>;
  export default named;
}
