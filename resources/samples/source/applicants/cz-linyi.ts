import type { Applicant } from "../types.ts";

/** Arrives on 29 November: late. */
export const czLinyi: Applicant = {
  id: "cz-linyi",
  name: "郴州示例林邑经济开发区",
  short: "林邑经开区",
  city: "郴州市",
  subject: "region",
  direction: "employment",
  contact: { name: "何示例", phone: "0735-00001001" },
  variant: 2,
  headings: "styled",
  cover: "lines",
  team: "经开区就业和人才服务中心",
  industry: "有色金属精深加工与石墨新材料",
  fund: "林邑创业担保基金",
  indicatorLayout: "unit-in-label",
  indicatorTitle: "附件1：基本量化指标（创业就业方向）（示例）",
  indicatorPlaces: ["xlsx"],
  indicators: [
    {
      key: "employment-jobs",
      label: "近三年吸纳或带动重点人群年平均就业人数",
      unit: "万人",
      years: ["1.04", "1.12", "1.20"],
      value: "1.12",
      target: "1.5",
      expect: { years: ["10400", "11200", "12000"], value: "11200", target: "15000" },
    },
    {
      key: "employment-funding",
      label: "近三年支持创新创业年平均投入",
      unit: "万元",
      years: ["10,200", "11,000", "11,800"],
      value: "11,000",
      target: "14,000",
      expect: { years: ["10200", "11000", "11800"], value: "11000", target: "14000" },
    },
    {
      key: "employment-growth",
      label: "近三年新孵化或增加企业数量年均增速",
      unit: "%",
      years: ["6.8", "7.4", "8.3"],
      value: "7.5",
      target: "9.0",
      expect: { years: ["6.8", "7.4", "8.3"], value: "7.5", target: "9.0" },
    },
  ],
  projects: {
    format: "xlsx",
    layout: "plain",
    unit: { text: "", place: "cell" },
    fundingNames: ["资金来源"],
    totalRow: "none",
    total: "",
    expectTotal: null,
    rows: [
      {
        name: "林邑返乡创业园（示例）",
        organization: "郴州示例林邑开发建设有限公司",
        content: "建设标准厂房6.8万平方米、实训楼1栋。",
        period: "2021年～2023年",
        total: "1.86亿元",
        funding: ["财政、自筹"],
        remark: "",
        expect: "18600",
      },
      {
        name: "石墨新材料创业基地（示例）",
        organization: "郴州示例石墨产业研究有限公司",
        content: "建设提纯、成型试验线2条，小微企业厂房2万平方米。",
        period: "2022年～2024年",
        total: "9,400万元",
        funding: ["自筹、贷款"],
        remark: "",
        expect: "9400",
      },
      {
        name: "退役军人就业创业示范园（示例）",
        organization: "经开区就业和人才服务中心",
        content: "改造办公和培训用房3,600平方米。",
        period: "2022年～2022年",
        total: "860万元",
        funding: ["财政"],
        remark: "",
        expect: "860",
      },
    ],
  },
  basis: [
    {
      title: "基本情况",
      paragraphs: [
        "林邑经开区位于湘粤交界，距粤港澳大湾区高铁一个半小时，规划面积21平方公里，形成有色金属精深加工、石墨新材料、电子信息三大产业，入园企业510家（本文为演示用虚构材料）。矿区转型后，一批矿工和家属需要重新就业；同时每年有近万名在大湾区务工的人员返乡。经开区把解决这两类人群的就业创业作为首要任务。",
      ],
    },
    {
      title: "平台建设",
      paragraphs: [
        "建有省级创业孵化基地1家、市级众创空间4家、退役军人就业创业园1家、技能培训中心2个。引进大湾区人力资源机构5家，开展跨区域岗位对接和创业项目转移，三年组织专场活动61场，提供岗位3.2万个，承接大湾区小微制造项目118个。",
      ],
    },
  ],
  features: [
    {
      title: "矿工转岗创业“三步走”",
      paragraphs: [
        "针对矿区转岗人员年龄偏大、技能单一的情况，经开区设计“先上岗、再提技、后创业”三步路径：第一步由园区企业提供过渡岗位；第二步开展电工、叉车、石墨加工等培训；第三步对有意愿者提供创业担保贷款和微型厂房。三年帮助转岗人员4,260人，其中创办小微企业和个体工商户512户。近三年年平均吸纳带动重点人群就业一万一千二百人，失业率持续低于全市平均水平。",
      ],
    },
    {
      title: "承接大湾区小微项目转移",
      paragraphs: [
        "在大湾区设立三个返乡创业联络站，为在外务工的班组长、技术骨干提供项目评估和选址服务。实行“厂房拎包入住、订单随人转移、子女随迁入学”一揽子安排，引回创业团队246个。一位在外从事五金加工十八年的返乡人员，带回12名工友和三家客户订单，当年投产、当年盈利，带动本村就业57人。",
      ],
    },
    {
      title: "退役军人创业品牌",
      paragraphs: [
        "退役军人就业创业园提供一年免租、免费培训和法律援助，现有退役军人企业38户，吸纳退役军人及家属620人。组建退役军人创业导师团，开展“一对一”帮带。2020年，经开区支持创新创业投入1.18亿元，其中用于创业担保贷款贴息2,300万元，不良率0.9%。",
      ],
    },
  ],
  tasks: [
    {
      title: "建设林邑返乡创业园",
      paragraphs: [
        "建成标准厂房6.8万平方米和实训楼，重点承接五金、电子、石墨制品小微企业，提供岗位5,000个。",
      ],
    },
    {
      title: "建设石墨新材料创业基地",
      paragraphs: ["建设两条试验线，支持转岗人员和科研人员共同创业，三年孵化企业45户。"],
    },
    {
      title: "完善跨区域就业创业协作",
      paragraphs: ["联络站增加到六个，与大湾区五个城区建立岗位、项目、培训信息共享机制。"],
    },
    { title: "做强退役军人创业园", paragraphs: ["打造省级示范园，建立退役军人创业项目库和投资对接机制。"] },
  ],
  goals: [
    "到2024年，年平均吸纳或带动重点人群就业1.5万人，年支持创新创业投入1.4亿元，新增企业数量年均增速达到9%。",
    "矿区转岗人员基本实现稳定就业，返乡创业企业三年存活率达到75%，形成资源型地区创业带动就业的经验。",
  ],
  stated: [
    {
      sentence: "近三年年平均吸纳带动重点人群就业一万一千二百人",
      key: "employment-jobs",
      value: "11200",
      role: "value",
    },
    {
      sentence: "2020年，经开区支持创新创业投入1.18亿元",
      key: "employment-funding",
      value: "11800",
      year: 2020,
      role: "value",
    },
  ],
};
