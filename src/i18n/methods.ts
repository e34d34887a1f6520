import type { Text } from '../model/text.ts';

/** An equation that the shipped models or the analyses use: what it says, where it comes from, and where it stops being true. */
export interface Method {
  /** Its place in the address: `#methods/logistic`. Stable, since people cite it. */
  readonly id: string;
  readonly title: Text;
  readonly equation: string;
  readonly says: Text;
  readonly source: Text;
  readonly limits: Text;
}

/** Equations in the field's terms. V is a level, g a yearly growth rate as a fraction, t a year, n a count of years. */
export const METHODS: readonly Method[] = [
  {
    id: 'compound-growth',
    title: { en: 'Compound growth', zh: '复合增长' },
    equation: 'V(t) = V(t − 1) · (1 + g(t))',
    says: {
      en: 'Each year’s level is last year’s, grown by that year’s rate. With one rate for all years it is V₀ · (1 + g)ⁿ.',
      zh: '各年规模等于上年规模按当年增速增长；各年增速相同时即V₀·(1+g)ⁿ。',
    },
    source: { en: 'An identity: it defines the rate of growth.', zh: '恒等式，即增速的定义。' },
    limits: {
      en: 'It knows no ceiling: a rate held for long soon passes what contains it. The first model shows in which year the required growth, held for ever, would pass the whole nation.',
      zh: '不含上限，高增速长期保持终将超出其所属总体。“广东人工智能产业”模型给出所需增速长期不变时超过全国规模的年份。',
    },
  },
  {
    id: 'required-growth',
    title: { en: 'Required growth', zh: '所需年均增速' },
    equation: 'g* = (T / V₀)^(1/n) − 1',
    says: {
      en: 'The constant yearly rate that leads from the level V₀ to the target T in n years.',
      zh: '由基期规模V₀在n年内达到目标值T所需的固定年均增速。',
    },
    source: { en: 'Compound growth, solved for the rate.', zh: '由复合增长公式解出增速。' },
    limits: {
      en: 'It says what is needed, not what is likely. Start and target must count the same thing: core industry and core industry, not core enterprises and AI enterprises.',
      zh: '仅说明所需增速，不代表可能性。基期与目标须同一口径，核心企业数与人工智能企业数不可相互推算。',
    },
  },
  {
    id: 'fading-trend',
    title: { en: 'Fading trend', zh: '趋势增速回落' },
    equation: 'g(t) = g∞ + (g₀ − g∞) · 2^(−(t − t₀)/h)     for t > t₀',
    says: {
      en: 'After the year t₀ the distance of the trend from its terminal rate g∞ halves every h years.',
      zh: '自t₀年之后，趋势增速与长期增速g∞之差每h年减半。',
    },
    source: {
      en: 'Exponential decay, written with its half-life. That growth of young industries slows is a judgement of the model, not an estimate.',
      zh: '以半衰期表示的指数衰减。新兴产业增速趋缓为模型判断，并非估计结果。',
    },
    limits: {
      en: 'Year, half-life and terminal rate are assumptions; the years after 2027 rest on them more than on any figure.',
      zh: '起始年、半衰期和长期增速均为假设，2027年以后的结果主要取决于它们。',
    },
  },
  {
    id: 'levers',
    title: { en: 'Policy levers', zh: '政策工具' },
    equation: 'g(t) = trend(t) + (1 − o) · Σ lᵢ · rᵢ(t),   rᵢ(t) = min(1, max(0, (t − s + 1)/mᵢ))',
    says: {
      en: 'Each lever i adds lᵢ points of growth once it works in full, mᵢ years from its start s. The share o of their sum is taken off, since levers overlap.',
      zh: '每项政策i自s年启动，经mᵢ年完全见效后拉动增速lᵢ个百分点；因相互重叠，合计扣减比例o。',
    },
    source: {
      en: 'A convention of the shipped models. How many points a lever adds is a judgement; no published estimate was found.',
      zh: '内置模型的约定。各项拉动幅度为判断，未见公开估计。',
    },
    limits: {
      en: 'Levers add to growth and do not reinforce each other; nothing is said of what they cost.',
      zh: '各项政策对增速的作用相加，不含相互增强，也不涉及成本。',
    },
  },
  {
    id: 'shock-and-recovery',
    title: { en: 'Shock and recovery', zh: '冲击与恢复' },
    equation:
      's(t) = 1 (t < s₀),   1 − p − (d − p) · 2^(−(t − s₀)/h) (t ≥ s₀);   V(t) = V(t − 1) · (1 + g(t)) · s(t)/s(t − 1)',
    says: {
      en: 'In the year s₀ the level drops by the depth d. What is not lost for good (p) comes back, half of it every h years.',
      zh: '冲击发生于s₀年，规模下降深度d；除永久损失p外，其余每h年恢复一半。',
    },
    source: {
      en: 'Exponential recovery, written with its half-life. Depth and permanence of a decoupling are judgements: no estimate was found.',
      zh: '以半衰期表示的指数恢复。“外部冲击”情景的深度和永久损失均为判断，未见公开估计。',
    },
    limits: {
      en: 'One shock, on the level alone: the trend stays as it was. p can’t exceed d.',
      zh: '仅含一次冲击，且只影响规模，不改变趋势增速；p不大于d。',
    },
  },
  {
    id: 'logistic',
    title: { en: 'Logistic growth', zh: '逻辑斯蒂增长' },
    equation: 'V(t) = K / (1 + ((K − V₀)/V₀) · e^(−r·n)),   r = ln((1 + g)(K − V₀)/(K − V₀(1 + g)))',
    says: {
      en: 'Growth slows in proportion to the room that is left below the ceiling K. The rate r is set so that the first year grows by g, as the compound line does.',
      zh: '增速随距上限K的剩余空间同比例放缓。r的取值使首年增速等于g，与复合增长一致。',
    },
    source: {
      en: 'P.-F. Verhulst, Notice sur la loi que la population suit dans son accroissement, Correspondance mathématique et physique 10 (1838), 113–121. The rate r follows from setting V(1) = V₀(1 + g).',
      zh: 'P.-F. Verhulst，Notice sur la loi que la population suit dans son accroissement，Correspondance mathématique et physique，第10卷（1838），第113—121页。r由V(1)=V₀(1+g)解得。',
    },
    limits: {
      en: 'The ceiling is an assumption, and an early stretch of data can’t tell one ceiling from another.',
      zh: '上限为假设；仅凭早期数据无法区分不同上限。',
    },
  },
  {
    id: 'decomposition',
    title: { en: 'Enterprises and scale per enterprise', zh: '企业数量与企业平均规模' },
    equation: '(1 + g) = (1 + g_firms) · (1 + g_per firm)',
    says: {
      en: 'Growth of an industry is growth of its enterprises times growth of what each of them makes.',
      zh: '产业增速可分解为企业数量增速与企业平均规模增速。',
    },
    source: { en: 'An identity: the level is a count times an average.', zh: '恒等式：规模等于数量乘以平均数。' },
    limits: {
      en: 'It holds only where scale and enterprises are counted by one definition. Where the models can’t have that, they say so beside the line.',
      zh: '仅在规模与企业数口径一致时成立；口径不一之处，模型已在指标旁注明。',
    },
  },
  {
    id: 'goal-seek',
    title: { en: 'What it would take', zh: '目标倒推' },
    equation: 'f(x*) = w,   low ≤ x* ≤ high',
    says: {
      en: 'The value x* of one input at which the result f comes to the wanted value w, everything else as it is. Where both ends of the range lie on one side of w, the range is searched in 32 steps, and once more around the best of them; of several answers the one nearest to the present value is told. The value offered has the fewest digits with which the result reads as wanted and does not fall short of it.',
      zh: '其他条件不变，求某项输入的取值x*，使结果f等于期望值w。若区间两端的结果均在w同侧，则将区间分为32步搜索，并在最接近处再细分一次；有多个解时取离现值最近者。所给取值为位数最少、且结果按显示精度等于期望值并不低于要求者。',
    },
    source: {
      en: 'R. P. Brent, Algorithms for Minimization without Derivatives, Prentice-Hall 1973, chapter 4; it ends on an exact answer or when x is known to a relative 10⁻¹².',
      zh: 'R. P. Brent，Algorithms for Minimization without Derivatives，Prentice-Hall，1973年，第4章；得到精确解或x的相对误差小于10⁻¹²时终止。',
    },
    limits: {
      en: 'It tells what would be needed, not whether it is likely. An answer that shows only between two steps of the search can be missed; a jump over the wanted value is no answer.',
      zh: '仅说明所需条件，不代表可能性。仅出现在两个搜索步之间的解可能遗漏；结果跳过期望值不算达到。',
    },
  },
  {
    id: 'shapley-bridge',
    title: { en: 'Why two scenarios differ', zh: '情景差异分解' },
    equation: 'φᵢ = Σ_S |S|! (n − |S| − 1)! / n! · (v(S ∪ {i}) − v(S)),   Σφᵢ = v(N) − v(∅)',
    says: {
      en: 'v(S) is the result where the lines S are as in the second scenario and all others as in the first. What line i adds depends on which lines changed before it; its contribution φᵢ is the mean over every order of the n lines in which the scenarios differ. The contributions add up to the difference without a remainder, a line that changes nothing has none, and lines that act alike have the same.',
      zh: 'v(S)为S中各项指标取第二个情景的值、其余取第一个情景的值时的结果。指标i的作用与变动先后有关，其贡献φᵢ为n项不同指标所有变动顺序下的平均值。各项贡献之和恰等于总差异，无残差；无影响的指标贡献为零，作用相同的指标贡献相等。',
    },
    source: {
      en: 'L. S. Shapley, A value for n-person games, Contributions to the Theory of Games II, Princeton 1953, 307–317. As a decomposition: J. W. Sun, Energy Economics 20 (1998), 85–100; A. F. Shorrocks, Journal of Economic Inequality 11 (2013), 99–126.',
      zh: 'L. S. Shapley，A value for n-person games，Contributions to the Theory of Games II，Princeton，1953年，第307—317页。用于分解：J. W. Sun，Energy Economics，第20卷（1998），第85—100页；A. F. Shorrocks，Journal of Economic Inequality，第11卷（2013），第99—126页。',
    },
    limits: {
      en: 'It splits what the model computes and proves no cause. Up to sixteen lines every subset is calculated, or up to ten where only a workbook of its own can answer (a typed formula among what differs, or a function that is not calculated aside); above, a sample of random orders, each with its reverse (generator xoshiro128**, seed 1), with the standard error of each contribution. All cells of a line count as one.',
      zh: '仅分解模型的计算结果，不证明因果。不超过16项时计算全部子集（差异中含公式，或涉及须由独立工作簿计算的函数时，不超过10项）；超过时随机抽取变动顺序，正序、逆序成对（随机数生成器xoshiro128**，种子1），并给出各项贡献的标准误。同一指标的所有单元格合并计算。',
    },
  },
  {
    id: 'futures',
    title: { en: 'Futures drawn from uncertain inputs', zh: '不确定输入的随机模拟' },
    equation:
      'xᵢ = Fᵢ⁻¹(Φ(zᵢ)),   z = L ε,   zᵢ(t) = ρᵢ zᵢ(t − 1) + √(1 − ρᵢ²) εᵢ(t),   L Lᵀ = (2 sin(π rᵢⱼ / 6));   p = k / n ± √(p (1 − p) / n)',
    says: {
      en: 'Each uncertain input i is drawn from its distribution Fᵢ, the model is computed for it, and so n times. The fan has the quantiles of all results, the chance p is the part that reaches the target, with its standard error. Triangular and PERT distributions have their mode, normal ones their mean and lognormal ones their median in what the cell holds, so that the fan follows the sliders; PERT weighs the mode four times. Three quantiles make a metalog of three terms. Inputs with a value a period are drawn once, anew in each, or with the memory ρ; of periods that are observed none is drawn. Whole numbers (years, switches) are rounded. Inputs that go together have rank correlations r. Each draw is a function of trial, input, period and seed alone, so that an input more changes no other, and the same seed gives the same futures. All scenarios share their draws. As a SIPmath library they go out as the standard generates them: metalogs, uniform distributions, listed values and samples by their function, correlations and memory by a Gaussian copula, all else and results trial by trial.',
      zh: '各不确定输入i按其分布Fᵢ抽样并代入模型计算，重复n次。扇形区间为全部结果的分位数；p为达标比例，附标准误。三角分布与PERT分布以单元格取值为众数，正态分布以其为均值，对数正态分布以其为中位数，故区间随滑块变动；PERT分布中众数权重为四。三个分位数确定三项metalog分布。逐期取值的输入可各期共用一次抽取、逐期重新抽取，或带记忆系数ρ；已观测期间不抽样。整数（年份、开关）取四舍五入后的值。相关输入以秩相关系数r给定。每次抽取仅取决于序号、输入、期间与种子，增加输入不影响其他输入，同一种子得到相同的结果；各情景共用同一组抽取。导出为SIPmath库时按该标准生成：metalog分布、均匀分布、离散取值与样本以函数表示，相关与记忆以高斯连接函数（Gaussian copula）表示，其余输入及结果逐次列出。',
    },
    source: {
      en: 'Generator: D. W. Hubbard’s, as in the SIPmath standard 3.0 (probabilitymanagement.org). PERT: D. G. Malcolm and others, Operations Research 7 (1959), 646–669. Metalog: T. W. Keelin, Decision Analysis 13 (2016), 243–277. Rank correlation of normal scores: H. Hotelling and M. R. Pabst, Annals of Mathematical Statistics 7 (1936), 29–43; the nearest matrix: N. J. Higham, IMA Journal of Numerical Analysis 22 (2002), 329–343. Normal quantile: M. J. Wichura, AS 241, Applied Statistics 37 (1988), 477–484. Quantiles of runs: R. J. Hyndman and Y. Fan, The American Statistician 50 (1996), type 7.',
      zh: '随机数：D. W. Hubbard方法，见SIPmath标准3.0（probabilitymanagement.org）。PERT：D. G. Malcolm等，Operations Research，第7卷（1959），第646—669页。Metalog：T. W. Keelin，Decision Analysis，第13卷（2016），第243—277页。秩相关：H. Hotelling、M. R. Pabst，Annals of Mathematical Statistics，第7卷（1936），第29—43页；最近相关矩阵：N. J. Higham，IMA Journal of Numerical Analysis，第22卷（2002），第329—343页。正态分位数：M. J. Wichura，AS 241，Applied Statistics，第37卷（1988），第477—484页。样本分位数：R. J. Hyndman、Y. Fan，The American Statistician，第50卷（1996），类型7。',
    },
    limits: {
      en: 'A chance holds for these distributions and this model, and for nothing that they leave out. The standard error tells what drawing more would settle, not how sure the distributions are. A band hides that no single future runs along it. How long a deviation lasts decides most of what adds up: whoever has not said it has it drawn once for all periods. An input that a scenario sets is not drawn there where its distribution does not follow what the cell holds.',
      zh: '概率仅对所设分布和本模型成立，不涵盖其未考虑的因素。标准误反映抽样次数带来的误差，不反映分布设定是否可靠。区间并非任何单一未来的路径。偏离持续多久对累积结果影响最大：未作选择者，各期共用一次抽取。若分布不随单元格取值变动，则在自行设定该值的情景中不抽样。',
    },
  },
  {
    id: 'tornado',
    title: { en: 'What moves a result: the tornado', zh: '龙卷风图：各项输入的影响' },
    equation: 'yᵢ(x) = f(x₁, …, xᵢ = x, …, xₙ),   lowᵢ ≤ x ≤ highᵢ;   swingᵢ = max yᵢ − min yᵢ',
    says: {
      en: 'Each input i that feeds the result goes over its range while all others stay as they are. Five results are shown, at both ends and between them; the range is looked through in 64 steps, so that an extreme inside it, and a result that turns on its way, are seen and named. Inputs are ordered by swing, the distance between the lowest and the highest result. An input with a value in each period moves as one: the mean of the cells that feed the result goes over the range, amounts in proportion, shares and points by as much in each period. Whole numbers (years, switches) take whole values alone. A range that nobody has set is guessed from half of the value to double, and says so.',
      zh: '影响结果的各项输入i依次在其区间内变动，其余保持不变。图中给出两端及其间共五个取值的结果；另将区间分为64步逐一计算，以识别并标明区间内的极值和非单调的输入。各项按变动幅度（最高与最低结果之差）排列。逐期取值的输入整体变动：影响结果的各期均值在区间内变动，数量按同一比例、百分比和百分点按同一差值调整各期。年份、开关等只取整数。未设定的区间推测为现值的一半至两倍，并予注明。',
    },
    source: {
      en: 'R. A. Howard, Decision analysis: practice and promise, Management Science 34 (1988), 679–695; T. G. Eschenbach, Spiderplots versus tornado diagrams for sensitivity analysis, Interfaces 22 (1992), no. 6, 40–46.',
      zh: 'R. A. Howard，Decision analysis: practice and promise，Management Science，第34卷（1988），第679—695页；T. G. Eschenbach，Spiderplots versus tornado diagrams for sensitivity analysis，Interfaces，第22卷第6期（1992），第40—46页。',
    },
    limits: {
      en: 'One input at a time: what two do together is not seen. A long bar may come from a wide range as well as from a strong effect. A turn narrower than a sixty-fourth of the range can be missed.',
      zh: '每次仅变动一项输入，不反映多项输入的共同作用。条形较长可能源于区间较宽，而非作用较强。窄于区间六十四分之一的波动可能遗漏。',
    },
  },
  {
    id: 'data-table',
    title: { en: 'Tables of one or two inputs', zh: '单变量与双变量模拟运算表' },
    equation: 'T(i, j) = f(x₁ = a(i), x₂ = b(j)),   a(i) = low + i · (high − low)/(n − 1),   i = 0, …, n − 1',
    says: {
      en: 'One input or two are given n values each, evenly from low to high, while all others stay as they are; the table has what each result comes to. The line along which the target of the result’s own period is met goes straight between the middles of neighbouring cells, where one reaches it and the other does not. In the Excel file it is a native data table ({=TABLE(…)}), which Excel recalculates with the model.',
      zh: '一项或两项输入自下限至上限等距取n个值，其余保持不变，表中为各结果的相应数值。达标线为结果当期目标值的等值线，在相邻两格一达标一未达标处，于两格中心之间线性内插。导出的Excel文件中为原生模拟运算表（{=TABLE(…)}），随模型重新计算。',
    },
    source: {
      en: 'An enumeration. The line: W. E. Lorensen and H. E. Cline, Marching cubes, Computer Graphics 21 (1987), no. 4, 163–169, in two dimensions; a saddle is parted by the mean of its corners.',
      zh: '逐一代入计算。等值线取二维形式的W. E. Lorensen、H. E. Cline，Marching cubes，Computer Graphics，第21卷第4期（1987），第163—169页；鞍点按四角均值判定。',
    },
    limits: {
      en: 'Between cells nothing is computed: a target that is met only between them is not drawn. Cells without a number are hatched and counted.',
      zh: '单元格之间不作计算，仅在其间达标的情形不会画出。得不到数字的单元格以斜线标示并计数。',
    },
  },
];
