import type { Applicant } from "../types.ts";

/** The one real name of the round: it stands in the register of the 92 national bases. Everything else is invented. */
export const zzGaoxin: Applicant = {
  id: "zz-gaoxin",
  name: "湖南省株洲高新技术产业开发区",
  short: "高新区",
  city: "株洲市",
  subject: "region",
  direction: "employment",
  contact: { name: "刘示例", phone: "0731-00000201" },
  variant: 2,
  headings: "styled",
  cover: "table",
  team: "高新区就业创业服务中心",
  industry: "轨道交通与通用航空配套",
  fund: "动力谷创业引导基金",
  indicatorLayout: "wide",
  indicatorTitle: "附件1  双创示范基地基本量化指标表（创业就业方向）（示例）",
  indicatorPlaces: ["xlsx"],
  indicators: [
    {
      key: "employment-jobs",
      label: "近三年吸纳或带动重点人群年平均就业人数",
      unit: "人",
      years: ["12600", "13900", "15200"],
      value: "13900",
      target: "18000",
      expect: { years: ["12600", "13900", "15200"], value: "13900", target: "18000" },
    },
    {
      key: "employment-funding",
      label: "近三年支持创新创业年平均投入",
      unit: "亿元",
      years: ["1.86", "2.14", "2.45"],
      value: "2.15",
      target: "3.2",
      expect: { years: ["18600", "21400", "24500"], value: "21500", target: "32000" },
    },
    {
      key: "employment-growth",
      label: "近三年新孵化或增加企业数量年均增速",
      unit: "%",
      years: ["9.8", "10.4", "11.3"],
      value: "10.5",
      target: "12",
      expect: { years: ["9.8", "10.4", "11.3"], value: "10.5", target: "12" },
    },
  ],
  projects: {
    format: "xlsx",
    layout: "merged",
    unit: { text: "单位：亿元", place: "line" },
    fundingNames: ["政府投资", "企业自筹"],
    totalRow: "last",
    total: "5.06",
    expectTotal: "50600",
    rows: [
      {
        name: "重点群体创业就业服务中心（示例）",
        organization: "高新区就业创业服务中心",
        content: "建设培训、实训、招聘、孵化四区，建筑面积1.4万平方米。",
        period: "2021-2022",
        total: "0.86",
        funding: ["0.86", "0"],
        remark: "",
        expect: "8600",
      },
      {
        name: "动力谷创客社区三期（示例）",
        organization: "株洲示例动力谷产业发展有限公司",
        content: "建设标准厂房、共享车间和青年公寓共9.8万平方米。",
        period: "2021-2023",
        total: "3.60",
        funding: ["0.60", "3.00"],
        remark: "",
        expect: "36000",
      },
      {
        name: "零工市场与灵活就业平台（示例）",
        organization: "株洲示例人力资源集团有限公司",
        content: "建设线下零工驿站8个和线上派单平台1个。",
        period: "2022-2023",
        total: "0.60",
        funding: ["0.20", "0.40"],
        remark: "",
        expect: "6000",
      },
    ],
  },
  basis: [
    {
      title: "基本情况",
      paragraphs: [
        "高新区依托轨道交通、航空动力、新能源汽车等制造业基础开展双创工作（本文除单位名称外，人物、数据和项目均为演示用虚构材料，不反映该单位真实情况）。示例数据假定：2020年园区从业人员16.8万人，规模以上工业企业218家，市场主体3.1万户。园区制造业岗位多、技能要求高，同时周边县市返乡农民工、退役军人数量大，具备以创业带动就业的产业条件和现实需要。",
      ],
    },
    {
      title: "支撑平台",
      paragraphs: [
        "建有省级以上孵化器和众创空间26家、公共实训基地3个、技能大师工作室19个、高校毕业生见习基地44个。公共实训基地按照企业真实产线配置设备，年实训能力1.2万人次。园区与五所职业院校推行“招工即招生、入企即入校”的新型学徒制，三年培养学徒4,860人，留用率81%。",
      ],
    },
  ],
  features: [
    {
      title: "在产业链上创造就业岗位",
      paragraphs: [
        "园区围绕龙头企业梳理适合小微企业和个体工匠承接的加工、维保、检测、物流等环节，发布“配套岗位图谱”，引导创业者沿链创业。近三年年平均吸纳或带动重点人群就业1.39万人，其中返乡农民工5,200人、高校毕业生4,700人、退役军人900人、失业人员及其他群体3,100人。",
        "一名返乡农民工在技能大师工作室学习数控加工后，租用共享车间创业，从两台设备起步，现有员工46人，为三家整车企业提供精密零件，类似的“车间创客”园区已有310余户。",
      ],
    },
    {
      title: "稳岗扩就业的应急机制",
      paragraphs: [
        "疫情期间建立“共享员工”平台，组织用工余缺企业调剂1.6万人次；对吸纳重点人群的创业企业给予每人1,000元补贴，兑付3,940万元；开通返岗专列专车接回外出务工人员8,700人。2020年支持创新创业投入2.45亿元，比上年增长14.5%，新增市场主体逆势增长11.3%。",
      ],
    },
    {
      title: "“平台＋创业单元”覆盖生活服务",
      paragraphs: [
        "引导家政、维修、配送、康养等平台企业与社区合作，把服务订单拆分给创业单元。每个单元由一名骨干带领三到十人，平台提供培训、保险和结算。现有创业单元1,140个，从业者7,600人，人均月收入4,300元，其中女性占六成。",
      ],
    },
  ],
  tasks: [
    {
      title: "建设重点群体创业就业服务中心",
      paragraphs: ["整合培训、实训、招聘、孵化功能，实行“一人一档、一档到底”，年服务5万人次。"],
    },
    {
      title: "扩建动力谷创客社区",
      paragraphs: ["建设共享车间和青年公寓，降低技能人才创业门槛，三年新增“车间创客”500户。"],
    },
    {
      title: "规范发展零工市场",
      paragraphs: ["建设8个零工驿站，推行电子劳动协议和职业伤害保障，让灵活就业更有保障。"],
    },
    {
      title: "完善创业培训体系",
      paragraphs: ["开发20门与产业岗位衔接的创业课程，年培训8,000人，培训后一年创业成功率不低于25%。"],
    },
  ],
  goals: [
    "到2024年，年平均吸纳或带动重点人群就业1.8万人，年支持创新创业投入3.2亿元，新增企业数量年均增速保持在12%，创业企业带动就业质量进一步提升。",
    "形成配套岗位图谱、车间创客、共享员工三个案例，建立创业带动就业统计监测办法，为制造业城市稳就业提供参考。",
  ],
  stated: [
    {
      sentence: "近三年年平均吸纳或带动重点人群就业1.39万人",
      key: "employment-jobs",
      value: "13900",
      role: "value",
    },
    {
      sentence: "2020年支持创新创业投入2.45亿元",
      key: "employment-funding",
      value: "24500",
      year: 2020,
      role: "value",
    },
  ],
};
