/** Words of the rail on the right that come after the first answer. */
export const RAIL = {
  en: { handle: 'Height of assumptions and inspector', yes: 'Yes', no: 'No' },
  zh: { handle: '调整假设与详情的高度', yes: '是', no: '否' },
};
