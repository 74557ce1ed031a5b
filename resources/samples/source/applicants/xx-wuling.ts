import type { Applicant } from "../types.ts";

/** The plan is a Word 97 file with the name .docx: only the tables can be read. */
export const xxWuling: Applicant = {
  id: "xx-wuling",
  name: "湘西示例武陵山文旅产业园区",
  short: "武陵山文旅园",
  city: "湘西土家族苗族自治州",
  subject: "region",
  direction: "employment",
  contact: { name: "龙𬀩示例", phone: "0743-00001401" },
  variant: 0,
  headings: "bold",
  cover: "lines",
  team: "园区创业服务科",
  industry: "文化旅游与民族工艺",
  fund: "武陵山创业资金",
  indicatorLayout: "wide",
  indicatorTitle: "附件1  双创示范基地基本量化指标表（创业就业方向）（示例）",
  indicatorPlaces: ["xlsx"],
  indicators: [
    {
      key: "employment-jobs",
      label: "近三年吸纳或带动重点人群年平均就业人数",
      unit: "人",
      years: ["６，１５０", "６，８００", "７，４５０"],
      value: "６，８００",
      target: "1万",
      expect: { years: ["6150", "6800", "7450"], value: "6800", target: "10000" },
    },
    {
      key: "employment-funding",
      label: "近三年支持创新创业年平均投入",
      unit: "万元",
      years: ["5,400", "6,100", "6,800"],
      value: "6,100",
      target: "9,000",
      expect: { years: ["5400", "6100", "6800"], value: "6100", target: "9000" },
    },
    {
      key: "employment-growth",
      label: "近三年新孵化或增加企业数量年均增速",
      unit: "％",
      years: ["5.2", "5.9", "6.6"],
      value: "5.9",
      target: "7.5",
      expect: { years: ["5.2", "5.9", "6.6"], value: "5.9", target: "7.5" },
    },
  ],
  projects: {
    format: "xlsx",
    layout: "merged",
    unit: { text: "单位：万元", place: "line" },
    fundingNames: ["财政", "自筹"],
    totalRow: "last",
    total: "7,450",
    expectTotal: "7450",
    rows: [
      {
        name: "苗绣银饰创业街区（示例）",
        organization: "湘西示例武陵山文旅产业园区",
        content: "改造传统街区1.2万平方米，设创业工坊60间。",
        period: "2021—2023年",
        total: "4,850",
        funding: ["1,850", "3,000"],
        remark: "",
        expect: "4850",
      },
      {
        name: "乡村旅游创业实训营地（示例）",
        organization: "湘西示例文旅发展有限公司",
        content: "建设民宿、导游、非遗体验实训营地3处。",
        period: "2022—2024年",
        total: "2,600",
        funding: ["1,000", "1,600"],
        remark: "",
        expect: "2600",
      },
    ],
  },
  basis: [
    {
      title: "基本情况",
      paragraphs: [
        "园区位于武陵山腹地，以非物质文化遗产、乡村旅游和山地特色农产品加工为主业，规划面积6.4平方公里（本文为演示用虚构材料）。现有市场主体1,260户，其中近三年新设立412户，返乡人员创办的占六成以上。",
        "园区管委会设创业服务科，配专职人员7名，州人力资源社会保障、文化旅游、农业农村等部门派员联合办公，创业者从注册到开业平均用时2.5天。",
      ],
    },
    {
      title: "创业载体与金融支持",
      paragraphs: [
        "建成苗绣、银饰、土家织锦三个非遗工坊街区和一个乡村旅游创业孵化基地，孵化面积3.1万平方米，在孵团队138个。",
        "设立武陵山创业资金，三年发放创业担保贷款1.26亿元，对手工艺合作社按订单给予贴息，妇女在家就业的计件收入纳入授信依据。",
      ],
    },
  ],
  features: [
    {
      title: "把手艺变成就业",
      paragraphs: [
        "园区以“订单进村、绣娘居家、合作社统筹”的方式组织生产，图样、材料和质检由工坊统一提供，农村妇女在家门口就能挣工资。近三年年平均吸纳带动重点人群就业6,800人，其中返乡农民工2,900人，脱贫人口1,450人。",
        "推行“传承人+创业者+电商主播”结对，老一辈匠人带徒弟，年轻人做设计和销售，培育出年销售额百万元以上的非遗品牌27个。",
      ],
    },
    {
      title: "把景区变成课堂",
      paragraphs: [
        "依托景区建立民宿、导游、非遗体验三个实训点，学员白天跟岗、晚上复盘，结业后由园区推荐到景区和民宿创业就业，三年培训5,300人次，结业就业率81%。",
      ],
    },
  ],
  tasks: [
    {
      title: "建设苗绣银饰创业街区",
      paragraphs: ["2023年底前完成街区改造，新增创业工坊60间，统一提供设计、质检、仓储和直播服务。"],
    },
    {
      title: "建设乡村旅游创业实训营地",
      paragraphs: ["建成民宿、导游、非遗体验营地3处，年实训3,000人次，带动周边村寨开办民宿。"],
    },
    {
      title: "完善居家就业服务",
      paragraphs: ["在21个村设立绣娘服务点，提供收发、质检和结算服务，实现订单全程可查。"],
    },
  ],
  goals: [
    "到2024年，年平均吸纳或带动重点人群就业8,500人，年支持创新创业投入8,000万元，非遗工坊达到120家。",
    "形成“非遗+旅游+电商”的山区创业就业做法，在武陵山片区推广。",
  ],
  stated: [
    {
      sentence: "近三年年平均吸纳带动重点人群就业6,800人",
      key: "employment-jobs",
      value: "6800",
      role: "value",
    },
    {
      sentence: "年平均吸纳或带动重点人群就业8,500人",
      key: "employment-jobs",
      value: "8500",
      year: 2024,
      role: "target",
    },
    {
      sentence: "年支持创新创业投入8,000万元",
      key: "employment-funding",
      value: "8000",
      year: 2024,
      role: "target",
    },
  ],
};
