/** A seed file, checked: its keys, and a record a row; `build/seeds.ts` makes the module. */
declare module '*.csv?checked' {
  const table: {
    readonly keys: readonly string[];
    readonly rows: readonly (readonly (string | number)[])[];
  };
  export default table;
}
