import type { Applicant } from "../types.ts";

/** A plan far under the length the outline wants. */
export const hhWuxi: Applicant = {
  id: "hh-wuxi",
  name: "怀化示例五溪职业技术学院",
  short: "学院",
  city: "怀化市",
  subject: "university",
  direction: "employment",
  contact: { name: "向示例", phone: "0745-00001201" },
  variant: 1,
  headings: "bold",
  cover: "lines",
  team: "学院就业创业指导处",
  industry: "山地农业与民族工艺",
  fund: "学院创业扶持资金",
  indicatorLayout: "unit-in-label",
  indicatorTitle: "量化指标（示例）",
  indicatorPlaces: ["xlsx"],
  brief: true,
  indicators: [
    {
      key: "employment-jobs",
      label: "近三年吸纳或带动重点人群年平均就业人数",
      unit: "人",
      years: ["1960", "2240", "2520"],
      value: "2240",
      target: "3000",
      expect: { years: ["1960", "2240", "2520"], value: "2240", target: "3000" },
    },
    {
      key: "employment-funding",
      label: "近三年支持创新创业年平均投入",
      unit: "万元",
      years: ["1150", "1320", "1490"],
      value: "1320",
      target: "2000",
      expect: { years: ["1150", "1320", "1490"], value: "1320", target: "2000" },
    },
    {
      key: "employment-growth",
      label: "近三年新孵化或增加企业数量年均增速",
      unit: "%",
      years: ["4.2", "4.8", "5.1"],
      value: "4.7",
      target: "6",
      expect: { years: ["4.2", "4.8", "5.1"], value: "4.7", target: "6" },
    },
  ],
  projects: {
    format: "xlsx",
    layout: "plain",
    unit: { text: "万元", place: "header" },
    fundingNames: ["自筹"],
    totalRow: "last",
    total: "2060",
    expectTotal: "2060",
    rows: [
      {
        name: "山地农业创业实训场（示例）",
        organization: "怀化示例五溪职业技术学院",
        content: "建设实训大棚、分拣包装线和直播间。",
        period: "2022-2023",
        total: "1260",
        funding: ["1260"],
        remark: "",
        expect: "1260",
      },
      {
        name: "民族工艺创意工坊（示例）",
        organization: "怀化示例五溪职业技术学院",
        content: "建设银饰、织锦、竹编工坊12间。",
        period: "2022-2024",
        total: "800",
        funding: ["800"],
        remark: "",
        expect: "800",
      },
    ],
  },
  basis: [
    {
      title: "学院概况",
      paragraphs: [
        "学院是一所服务武陵山区的高等职业院校，在校生9,200人，开设山地农业、电子商务、民族工艺等36个专业（本文为演示用虚构材料）。学院重视创新创业教育，建有创业孵化基地4,500平方米。",
      ],
    },
  ],
  features: [
    {
      title: "面向乡村的创业培训",
      paragraphs: [
        "学院面向返乡农民工、退役军人和农村青年开展创业培训，2020年带动就业2,520人。学生团队围绕茶叶、黄桃、竹编开展电商创业，取得一定成效。",
      ],
    },
  ],
  tasks: [
    { title: "建设创业实训场", paragraphs: ["建设山地农业创业实训场和民族工艺创意工坊，改善实训条件。"] },
    { title: "扩大培训规模", paragraphs: ["每年培训乡村创业带头人800名。"] },
  ],
  goals: ["到2024年，年平均吸纳或带动重点人群就业3,000人，年投入达到2,000万元。"],
  stated: [
    { sentence: "2020年带动就业2,520人", key: "employment-jobs", value: "2520", year: 2020, role: "value" },
  ],
};
