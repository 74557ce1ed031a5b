import type { Applicant } from "../types.ts";

export const yyDongting: Applicant = {
  id: "yy-dongting",
  name: "岳阳示例洞庭开放合作园区",
  short: "洞庭园区",
  city: "岳阳市",
  subject: "region",
  direction: "global",
  contact: { name: "方示例", phone: "0730-00000601" },
  variant: 2,
  headings: "styled",
  cover: "table",
  team: "园区商务和国际合作中心",
  industry: "港口物流与绿色化工新材料",
  fund: "洞庭开放创业基金",
  indicatorLayout: "plain-word",
  indicatorTitle: "全球化创业方向量化指标表",
  indicatorPlaces: ["plan"],
  indicators: [
    {
      key: "global-platforms",
      label: "在国内外建立的创新创业合作平台数量",
      unit: "个",
      value: "9",
      target: "14",
      expect: { value: "9", target: "14" },
    },
    {
      key: "global-events",
      label: "近三年与国外联合开展的重要创新创业活动年平均场次",
      unit: "次",
      years: ["2", "3", "4"],
      value: "3",
      target: "6",
      expect: { years: ["2", "3", "4"], value: "3", target: "6" },
    },
    {
      key: "global-talents",
      label: "吸引外籍高层次人才的数量",
      unit: "人",
      value: "约15",
      target: "25以上",
      expect: { value: "15", valueQualifier: "about", target: "25", targetQualifier: "at-least" },
    },
  ],
  projects: {
    format: "docx",
    layout: "plain",
    unit: { text: "万元", place: "line" },
    fundingNames: ["财政资金", "企业投资"],
    totalRow: "last",
    total: "36,500",
    expectTotal: "36500",
    rows: [
      {
        name: "港口供应链创新中心（示例）",
        organization: "岳阳示例洞庭港务有限公司",
        content: "建设智慧港口实验场、供应链数据平台和创业工坊。",
        period: "2021—2023",
        total: "17,500",
        funding: ["3,500", "14,000"],
        remark: "",
        expect: "17500",
      },
      {
        name: "国际新材料联合实验室（示例）",
        organization: "岳阳示例新材料研究中心",
        content: "与国外两所高校共建催化、膜材料实验室，面积4,800平方米。",
        period: "2022—2024",
        total: "8,600",
        funding: ["3,600", "5,000"],
        remark: "",
        expect: "8600",
      },
      {
        name: "江海联运跨境创业园（示例）",
        organization: "岳阳示例洞庭园区开发有限公司",
        content: "建设跨境电商、冷链加工、保税展示创业空间2.8万平方米。",
        period: "2022—2024",
        total: "10,400",
        funding: ["2,400", "8,000"],
        remark: "",
        expect: "10400",
      },
    ],
  },
  basis: [
    {
      title: "基本情况与开放条件",
      paragraphs: [
        "洞庭园区坐落在长江与洞庭湖交汇处，拥有5,000吨级泊位9个、铁路专用线12公里，是内陆通江达海的重要口岸（本文为演示用虚构材料）。2020年港口货物吞吐量2,860万吨，集装箱38万标箱，园区企业与57个国家和地区有贸易往来。依托石化产业基础，园区培育了催化材料、特种橡胶、膜分离等新材料企业64家。",
        "园区把“水运优势”与“创业需求”结合起来，推动港口、保税、检验检疫数据向创业企业开放，一批从事供应链软件、冷链加工、跨境服务的小企业由此成长起来。",
      ],
    },
    {
      title: "合作平台布局",
      paragraphs: [
        "目前在国内外建立创新创业合作平台9个：在境外设有新材料联合研究点2个、商务联络处2个；在境内建有国际技术合作基地1个、留学人员创业园1个、跨境电商产业园1个、离岸孵化器1个、港口供应链联合实验室1个。离岸孵化器采用“海外预孵化、园区加速”的办法，三年预孵化项目41个，落地18个。",
      ],
    },
  ],
  features: [
    {
      title: "以港口场景吸引全球创业者",
      paragraphs: [
        "园区每年拿出一段岸线、一座堆场作为试验场，向全球征集无人集卡、智能理货、船舶岸电、绿色包装等解决方案，中选团队可获得最长一年的真实场景测试和首批采购合同。三届征集共收到19个国家的团队申请212份，中选23个，已转化为稳定业务11项，为港口节约运营成本约2,400万元。",
      ],
    },
    {
      title: "新材料领域的国际联合研发",
      paragraphs: [
        "与国外高校共建的催化材料联合研究点实行双负责人制，知识产权按投入比例共享，样品在园区中试。近三年共同发表论文38篇、申请国际专利14件，孵化膜材料企业3家。园区吸引外籍高层次人才约15人，多数以柔性方式工作，每年在园区工作不少于三个月。",
      ],
    },
    {
      title: "国际创业活动渐成品牌",
      paragraphs: [
        "园区连续举办“江海创客周”“国际新材料创业论坛”，与国外机构联合开展的重要创新创业活动2018年2次、2019年3次、2020年4次，参会国际嘉宾累计480人次，签约项目29个。活动坚持小而精，每次聚焦一个行业痛点，会后三个月进行回访，项目履约率达到62%。",
      ],
    },
  ],
  tasks: [
    {
      title: "建设港口供应链创新中心",
      paragraphs: ["建成智慧港口实验场和数据平台，对全球创业团队开放，每年发布场景清单两批、不少于30项。"],
    },
    {
      title: "共建国际联合实验室",
      paragraphs: ["围绕催化和膜材料两个方向，与国外高校共建实验室，联合培养博士30名，转化成果10项。"],
    },
    {
      title: "建设江海联运跨境创业园",
      paragraphs: ["完善跨境电商、冷链加工、保税展示功能，引进国别服务机构8家，三年孵化跨境企业80家。"],
    },
    {
      title: "优化国际人才服务",
      paragraphs: ["建立外籍人才柔性使用目录，完善签证、医保、税收咨询服务，建设国际人才社区一期。"],
    },
  ],
  goals: [
    "到2024年，在国内外建立的创新创业合作平台达到14个，每年与国外联合开展重要创新创业活动6次以上，吸引外籍高层次人才25人以上，落地国际合作项目60个。",
    "形成港口场景全球征集、离岸孵化、国际联合研发三项机制，成为长江中游有特色的全球化创业节点。",
  ],
  stated: [
    { sentence: "目前在国内外建立创新创业合作平台9个", key: "global-platforms", value: "9", role: "value" },
    {
      sentence: "园区吸引外籍高层次人才约15人",
      key: "global-talents",
      value: "15",
      qualifier: "about",
      role: "value",
    },
    {
      sentence: "与国外机构联合开展的重要创新创业活动2018年2次、2019年3次、2020年4次",
      key: "global-events",
      value: "4",
      year: 2020,
      role: "value",
    },
  ],
};
