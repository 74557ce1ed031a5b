import { Document, HeadingLevel, Packer, Paragraph } from "docx";

/** Statements a program cannot decide (约, 预计, a range): each is a question for the clerk. */
export const doubtful = [
  "近三年吸纳重点人群年平均就业人数约10500人。",
  "近三年支持创新创业年平均投入约12000万元。",
  "近三年新孵化企业数量年均增速约6%。",
  "产学研融合创新创业平台数量约18个。",
  "近三年大中小企业产学研合作年平均项目数约44个。",
  "近三年大中小企业产学研合作年平均金额约9000万元。",
  "创新型企业数量约60家。",
  "专业化创新创业支持平台数量约9个。",
  "每万人拥有专利数量约6件。",
  "国内外建立的创新创业合作平台约8个。",
];

/** Not read as a value: the clerk finds it in the text. */
export const overlooked = "园区常年有来自七个国家的专家4名在此工作。";

const filler = "园区深化放管服改革，完善公共服务体系，营造良好创新创业生态。".repeat(12);

/** A plan without city, type and direction whose values are all uncertain: more than ten open questions. */
export async function planWithQuestions(applicant = "望月示例创业园"): Promise<Buffer> {
  const heading = (text: string) => new Paragraph({ text, heading: HeadingLevel.HEADING_1 });
  const children = [
    new Paragraph({ text: "双创示范基地建设实施方案", heading: HeadingLevel.TITLE }),
    new Paragraph(`申报单位：${applicant}`),
    heading("一、工作基础和成效"),
    new Paragraph(filler),
    ...doubtful.map((text) => new Paragraph(text)),
    new Paragraph(overlooked),
    heading("二、特色与优势"),
    new Paragraph(filler),
    heading("三、未来三年的发展思路和主要建设任务"),
    new Paragraph(filler),
    heading("四、预期发展目标"),
    new Paragraph(filler),
  ];
  return Packer.toBuffer(new Document({ sections: [{ children }] }));
}
