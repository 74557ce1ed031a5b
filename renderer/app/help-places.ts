/** Where the help opens from a screen: a page and the heading of its section. */
export interface HelpPlace {
  readonly page: string;
  readonly section: string | null;
}

const at = (page: string, section: string | null = null): HelpPlace => ({ page, section });

/** First match wins. A test reads the pages and finds every section named here. */
const places: readonly (readonly [RegExp, HelpPlace])[] = [
  [/^\/$/, at("02-clerk", "一、建立轮次")],
  [/^\/expert$/, at("03-expert", "第一次使用")],
  [/^\/settings$/, at("01-start", "三种身份")],
  [/^\/(settings|round\/[^/]+)\/records$/, at("02-clerk", "九、留痕记录")],
  [/^\/library\/register$/, at("23-library", "名录")],
  [/^\/library\/evaluation$/, at("23-library", "绩效评估")],
  [/^\/library\/plan$/, at("23-library", "行动计划")],
  [/^\/library\/schemes\/[^/]+\/edit$/, at("23-library", "做一个新方案")],
  [/^\/library/, at("23-library", "方案")],
  [/^\/round\/[^/]+\/intake$/, at("21-intake", "一、导入")],
  [/^\/round\/[^/]+\/checks$/, at("22-checks", "核查")],
  [/^\/round\/[^/]+\/corrections$/, at("22-checks", "补正函")],
  [/^\/round\/[^/]+\/points$/, at("22-checks", "评价要点")],
  [/^\/round\/[^/]+\/experts$/, at("02-clerk", "五、专家、分派、开启")],
  [/^\/round\/[^/]+\/settings$/, at("02-clerk", "六、轮次设置")],
  [/^\/round\/[^/]+\/desk$/, at("03-expert", "阅评台一览")],
  [/^\/round\/[^/]+\/desk\//, at("03-expert", "阅评台一览")],
  [/^\/round\/[^/]+\/sign/, at("05-signature", "签署")],
  [/^\/round\/[^/]+\/panel$/, at("04-chair", "汇总页从上到下")],
  [/^\/round\/[^/]+\/exports$/, at("02-clerk", "八、导出")],
  [/^\/round\/[^/]+$/, at("02-clerk", "轮次首页")],
];

/** `null`: this screen has no section of its own, the list of pages is shown. */
export const helpPlaceOf = (pathname: string): HelpPlace | null =>
  places.find(([pattern]) => pattern.test(pathname))?.[1] ?? null;

export const helpPlaces: readonly HelpPlace[] = places.map(([, place]) => place);
