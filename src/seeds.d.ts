/** A seed file as its records, each with its line; `build/seeds.ts` makes the module. */
declare module '*.csv?rows' {
  const rows: readonly import('./io/csv.ts').CsvRow[];
  export default rows;
}
