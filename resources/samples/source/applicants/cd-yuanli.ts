import type { Applicant } from "../types.ts";

/** Two of three indicators are not reported: — and 暂无 are not zero. */
export const cdYuanli: Applicant = {
  id: "cd-yuanli",
  name: "常德示例沅澧智能制造研究院",
  short: "研究院",
  city: "常德市",
  subject: "institute",
  direction: "lean",
  contact: { name: "戴示例", phone: "0736-00000701" },
  variant: 1,
  headings: "bold",
  cover: "lines",
  team: "研究院创业服务中心",
  industry: "烟草机械与农机智能装备",
  fund: "沅澧智造种子基金",
  indicatorLayout: "three-header-rows",
  indicatorTitle: "双创示范基地基本量化指标表（精益创业方向）（示例）",
  indicatorPlaces: ["xlsx"],
  indicators: [
    {
      key: "lean-firms",
      label: "拥有创新型企业的数量",
      unit: "个",
      value: "—",
      target: "8",
      expect: { value: null, target: "8" },
    },
    {
      key: "lean-platforms",
      label: "拥有各类专业化创新创业支撑平台的数量",
      unit: "个",
      value: "6",
      target: "9",
      expect: { value: "6", target: "9" },
    },
    {
      key: "lean-patents",
      label: "每万人拥有专利数量",
      unit: "件",
      value: "暂无",
      target: "暂无",
      expect: { value: null, target: null },
    },
  ],
  projects: {
    format: "xlsx",
    layout: "plain",
    unit: { text: "万元", place: "header" },
    fundingNames: ["财政资金", "自筹资金"],
    totalRow: "none",
    total: "",
    expectTotal: null,
    rows: [
      {
        name: "丘陵农机试验验证中心（示例）",
        organization: "常德示例沅澧智能制造研究院",
        content: "建设试验田200亩、试验台5个，配套田间数据采集系统。",
        period: "2022.01-2023.12",
        total: "2860",
        funding: ["1860", "1000"],
        remark: "",
        expect: "2860",
      },
      {
        name: "智能装备创业车间（示例）",
        organization: "常德示例智造创业服务有限公司",
        content: "改造厂房5,400平方米，配置加工中心、3D打印、检测设备48台套。",
        period: "2022.03-2023.09",
        total: "3150",
        funding: ["1150", "2000"],
        remark: "",
        expect: "3150",
      },
    ],
  },
  basis: [
    {
      title: "单位概况",
      paragraphs: [
        "研究院由地方政府与高校于2018年共同组建，登记为事业单位法人，面向烟草机械、丘陵农机、包装装备三个领域开展应用研究和成果转化，现有科研人员142人（本文为演示用虚构材料）。研究院成立时间较短，股权投资尚在办理变更登记，孵化企业数量和专利归属正与合作高校核对，故相关指标暂未填报。",
      ],
    },
    {
      title: "支撑平台建设",
      paragraphs: [
        "已建成各类专业化创新创业支撑平台6个，包括智能装备设计中心、快速试制车间、机械可靠性实验室、工业机器人实训室、农机田间试验站和市级众创空间。快速试制车间承诺“图纸进门、样机出门”不超过十五个工作日，2020年完成样机试制126台套，服务外部团队占58%。",
      ],
    },
  ],
  features: [
    {
      title: "从田间地头找创业题目",
      paragraphs: [
        "研究院要求工程师每年在田间工作不少于20天，与农机合作社一起作业、一起记录故障。三年汇集丘陵山区农机问题清单386条，从中提炼出小型履带底盘、油菜联合收获、藕田作业机等27个研发题目，11个已形成样机。与传统“先立项、后推广”不同，这些样机从第一天起就有明确的用户。",
      ],
    },
    {
      title: "小步快跑的样机迭代",
      paragraphs: [
        "推行“月月有版本”的迭代办法，每个项目每月必须产出一个可试用的版本，由用户打分，连续两次低于60分的项目暂停。一款藕田清淤机先后迭代九个版本，整机重量减轻四成，作业效率提高一倍，由两名青年工程师离岗创办企业，首年销售收入640万元。",
      ],
    },
    {
      title: "共享试制车间服务周边小企业",
      paragraphs: [
        "研究院把加工中心、三坐标、疲劳试验机等设备向周边小企业开放，按小时计费，首次使用免费。配备“师傅岗”，由退休技师指导初创团队读图、编程、装配。车间周末不打烊，三年接待创业者5,300人次，成为当地机械创业者的聚集点。",
      ],
    },
  ],
  tasks: [
    {
      title: "建设丘陵农机试验验证中心",
      paragraphs: ["建设试验田200亩和5个试验台，提供作业性能、可靠性、安全性验证，年服务企业40家。"],
    },
    {
      title: "扩建智能装备创业车间",
      paragraphs: ["新增设备48台套，开辟创业工位120个，实行试制费用“先用后付”。"],
    },
    {
      title: "理顺成果权属",
      paragraphs: ["与合作高校签订成果归属与收益分配协议，2022年6月底前完成存量专利清理和登记。"],
    },
    {
      title: "培养懂工艺的创业者",
      paragraphs: ["与职业院校开设“工程师创业班”，每年招收60人，毕业时必须完成一台可用样机。"],
    },
  ],
  goals: [
    "到2024年，孵化创新型企业8个，专业化创新创业支撑平台达到9个，样机年试制能力达到300台套，丘陵农机领域形成三个有市场竞争力的产品系列。",
    "形成田间选题、月度迭代、共享试制三项做法，在洞庭湖区和武陵山区推广。",
  ],
  stated: [
    {
      sentence: "已建成各类专业化创新创业支撑平台6个",
      key: "lean-platforms",
      value: "6",
      role: "value",
    },
  ],
};
