import type { Applicant } from "../types.ts";

/** An enterprise that applies for 精益创业: 原则上 enterprises are for 融通创新, so a person must confirm. */
export const yiyZijiang: Applicant = {
  id: "yiy-zijiang",
  name: "益阳示例资江电子信息有限公司",
  short: "公司",
  city: "益阳市",
  subject: "enterprise",
  direction: "lean",
  contact: { name: "龚示例", phone: "0737-00000801" },
  variant: 3,
  headings: "styled",
  cover: "table",
  team: "公司创新发展部",
  industry: "电子元器件",
  fund: "资江微创业投资资金",
  indicatorLayout: "plain-word",
  indicatorTitle: "精益创业方向主要量化指标",
  indicatorPlaces: ["plan"],
  indicators: [
    {
      key: "lean-firms",
      label: "拥有创新型企业的数量",
      unit: "家",
      value: "31",
      target: "50",
      expect: { value: "31", target: "50" },
    },
    {
      key: "lean-platforms",
      label: "拥有各类专业化创新创业支撑平台的数量",
      unit: "个",
      value: "５",
      target: "８",
      expect: { value: "5", target: "8" },
    },
    {
      key: "lean-patents",
      label: "每万人拥有专利数量",
      unit: "件",
      value: "820",
      target: "1100",
      expect: { value: "820", target: "1100" },
    },
  ],
  projects: {
    format: "docx",
    layout: "merged",
    unit: { text: "万元", place: "header" },
    fundingNames: ["自筹", "贷款"],
    totalRow: "last",
    total: "12,180",
    expectTotal: "12180",
    rows: [
      {
        name: "电容器材料共享中试线（示例）",
        organization: "益阳示例资江电子信息有限公司",
        content: "建设化成箔、电解液中试线各1条，向创业团队开放。",
        period: "2021.12—2023.06",
        total: "5,680",
        funding: ["3,680", "2,000"],
        remark: "",
        expect: "5680",
      },
      {
        name: "电子元器件可靠性实验室（示例）",
        organization: "益阳示例资江电子信息有限公司",
        content: "购置高低温、盐雾、寿命试验设备86台套。",
        period: "2022.01—2022.12",
        total: "2,300",
        funding: ["2,300", "0"],
        remark: "",
        expect: "2300",
      },
      {
        name: "资江微创业园（示例）",
        organization: "益阳示例资江创业园管理有限公司",
        content: "改造老厂房2.1万平方米，设置微型产线单元40个。",
        period: "2022.04—2024.03",
        total: "4,200",
        funding: ["1,200", "3,000"],
        remark: "",
        expect: "4200",
      },
    ],
  },
  basis: [
    {
      title: "企业概况",
      paragraphs: [
        "公司主要生产铝电解电容器、电感和连接器，产品用于消费电子、新能源汽车和通信电源，现有员工1,950人，2020年营业收入18.7亿元，拥有有效专利160件（本文为演示用虚构材料）。公司利用闲置厂房和富余检测能力，从2016年起吸引上下游小团队入驻，逐渐形成以电子元器件为主题的专业化创业园区。",
        "考虑到公司以孵化细分领域小企业见长，与精益创业方向契合度更高，经与市发展改革委沟通，申报精益创业方向。",
      ],
    },
    {
      title: "专业化支撑平台",
      paragraphs: [
        "建有省级企业技术中心、电子材料分析室、模具共享中心、专业化众创空间和知识产权工作站共五个支撑平台。模具共享中心存有标准模架2,300套，创业团队可借用改制，开模费用平均下降四成；分析室对外检测收费低于市场三成，报告出具时间不超过三天。",
      ],
    },
  ],
  features: [
    {
      title: "专注一个零件的“微冠军”培育",
      paragraphs: [
        "公司不追求大而全，引导每个创业团队只做一种材料、一个零件或一道工序，做到细分领域前列。累计培育创新型企业超过30家，其中省级专精特新企业9家。一支做电容器橡胶塞的团队，产品单价不到一分钱，凭借一致性做到全国前三，年销售收入3,800万元。",
      ],
    },
    {
      title: "产线即课堂，车间即孵化器",
      paragraphs: [
        "创业团队可在公司产线“跟班”三个月，了解工艺瓶颈后再立项。公司工程师兼任导师，指导时间计入工作量。入驻团队产品优先在公司试用，合格后进入采购目录，试用损失由公司承担。三年试用项目94项，导入量产37项，降低公司采购成本2,160万元，实现双赢。",
      ],
    },
    {
      title: "老厂房改造的低成本空间",
      paragraphs: [
        "公司把上世纪八十年代的老厂房改造成微型产线单元，水、电、气、网到机台，租金每平方米每月9元，按产能而不是按面积收取服务费。空间里保留了老国营电子厂的设备和标语，让年轻创业者感受敬业、精益、专注的传统。",
      ],
    },
  ],
  tasks: [
    {
      title: "建设共享中试线",
      paragraphs: ["建设化成箔和电解液中试线，年开放机时不少于3,000小时，创业团队收费不高于直接成本。"],
    },
    {
      title: "建设可靠性实验室",
      paragraphs: ["取得国家实验室认可，为电子元器件初创企业提供失效分析、寿命评估服务。"],
    },
    {
      title: "改造资江微创业园",
      paragraphs: ["新增微型产线单元40个，引进专业团队60个，形成“十分钟配套圈”。"],
    },
    {
      title: "完善微冠军培育机制",
      paragraphs: ["建立细分领域榜单，对进入全国前五的企业给予长期订单和股权投资支持。"],
    },
  ],
  goals: [
    "到2024年，培育创新型企业达到50家，其中专精特新“小巨人”企业5家；专业化支撑平台达到8个；每万人拥有专利数量达到1,100件。",
    "形成产线跟班、共享模具、微冠军培育三项做法，带动全市电子元器件产业链初创企业集聚发展。",
  ],
  stated: [
    {
      sentence: "累计培育创新型企业超过30家",
      key: "lean-firms",
      value: "30",
      qualifier: "more-than",
      role: "value",
    },
  ],
};
