/** A function in Chinese: what it does, and its parameters in their order. */
interface FunctionText {
  readonly summary: string;
  readonly parameters: readonly string[];
}
const f = (summary: string, ...parameters: string[]): FunctionText => ({ summary, parameters });

/**
 * The functions that analysts use most, in Chinese. English comes with the engine, for every function; others show it
 * in both languages.
 */
export const FUNCTIONS_ZH: Readonly<Record<string, FunctionText>> = {
  SUM: f('求和', '数值1'),
  AVERAGE: f('算术平均值', '数值1'),
  COUNT: f('数值的个数', '值1'),
  COUNTA: f('非空单元格的个数', '值1'),
  MAX: f('最大值', '数值1'),
  MIN: f('最小值', '数值1'),
  MEDIAN: f('中位数', '数值1'),
  PRODUCT: f('乘积', '数值1'),
  SUMPRODUCT: f('对应元素乘积之和', '数组1'),
  SUMIF: f('按条件求和', '条件区域', '条件', '求和区域'),
  SUMIFS: f('按多个条件求和', '求和区域', '条件区域1', '条件1'),
  COUNTIF: f('符合条件的单元格个数', '区域', '条件'),
  COUNTIFS: f('符合多个条件的单元格个数', '条件区域1', '条件1'),
  AVERAGEIF: f('按条件求平均值', '条件区域', '条件', '平均值区域'),
  GEOMEAN: f('几何平均值', '数值1'),
  HARMEAN: f('调和平均值', '数值1'),
  'STDEV.S': f('样本标准差', '数值1'),
  'STDEV.P': f('总体标准差', '数值1'),
  'VAR.S': f('样本方差', '数值1'),
  CORREL: f('相关系数', '数据1', '数据2'),
  SLOPE: f('线性回归的斜率', '因变量数据', '自变量数据'),
  LARGE: f('第 k 大的值', '数组', 'k'),
  SMALL: f('第 k 小的值', '数组', 'k'),
  IF: f('按条件取值', '条件', '成立时的值', '不成立时的值'),
  IFS: f('依次判断，取首个成立条件的值', '条件1', '值1'),
  IFERROR: f('出错时取替代值', '值', '出错时的值'),
  IFNA: f('查无结果（#N/A）时取替代值', '值', '查无结果时的值'),
  AND: f('全部条件成立', '条件1'),
  OR: f('任一条件成立', '条件1'),
  NOT: f('逻辑取反', '条件'),
  CHOOSE: f('按序号取值', '序号', '值1'),
  SWITCH: f('按匹配取值', '表达式', '匹配值1', '结果1'),
  ROUND: f('四舍五入', '数值', '小数位数'),
  ROUNDUP: f('向远离零的方向舍入', '数值', '小数位数'),
  ROUNDDOWN: f('向零的方向舍入', '数值', '小数位数'),
  INT: f('向下取整', '数值'),
  ABS: f('绝对值', '数值'),
  POWER: f('乘幂', '底数', '指数'),
  SQRT: f('平方根', '数值'),
  EXP: f('e 的乘幂', '指数'),
  LN: f('自然对数', '数值'),
  LOG: f('对数', '数值', '底数'),
  INDEX: f('按行列位置取值', '区域', '行号', '列号'),
  MATCH: f('返回查找值的位置', '查找值', '查找区域', '匹配方式'),
  VLOOKUP: f('按首列纵向查找', '查找值', '区域', '列号', '近似匹配'),
  HLOOKUP: f('按首行横向查找', '查找值', '区域', '行号', '近似匹配'),
  XLOOKUP: f('查找并返回对应值', '查找值', '查找区域', '返回区域', '查无结果时的值', '匹配方式', '查找方式'),
  NPV: f('净现值', '贴现率', '现金流1'),
  IRR: f('内部收益率', '现金流', '估计值'),
  PV: f('现值', '每期利率', '期数', '每期付款额', '终值', '付款时点'),
  FV: f('终值', '每期利率', '期数', '每期付款额', '现值', '付款时点'),
  PMT: f('等额分期付款额', '每期利率', '期数', '现值', '终值', '付款时点'),
  RATE: f('每期利率', '期数', '每期付款额', '现值', '终值', '付款时点', '估计值'),
  NPER: f('所需期数', '每期利率', '每期付款额', '现值', '终值', '付款时点'),
  RRI: f('年均复合增长率', '期数', '现值', '终值'),
};
