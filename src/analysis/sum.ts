/**
 * The sum of numbers with what rounding takes from it carried along, so that large terms that cancel leave the small
 * ones behind. A. Neumaier, Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen, Zeitschrift für
 * Angewandte Mathematik und Mechanik 54 (1974), 39–51.
 */
export function total(values: Iterable<number>): number {
  let sum = 0;
  let lost = 0;
  for (const value of values) {
    const next = sum + value;
    lost += Math.abs(sum) >= Math.abs(value) ? sum - next + value : value - next + sum;
    sum = next;
  }
  return sum + lost;
}
