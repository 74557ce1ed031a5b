import type { Mail, NameStyle } from "../write/mail.ts";
import { lockFile, thumbsDb } from "../write/odd-files.ts";
import { csLigong } from "./applicants/cs-ligong.ts";
import { csLulin } from "./applicants/cs-lulin.ts";
import { csZhonggong } from "./applicants/cs-zhonggong.ts";
import { xtLiancheng } from "./applicants/xt-liancheng.ts";
import {
  applicationFile,
  indicatorFile,
  letterFile,
  noiseFile,
  planFile,
  projectFile,
  type SampleFile,
} from "./files.ts";

export type Delivery =
  | { readonly kind: "folder"; readonly path: string; readonly files: readonly SampleFile[] }
  | {
      readonly kind: "zip";
      readonly path: string;
      readonly gbk: boolean;
      readonly files: readonly SampleFile[];
    }
  | {
      readonly kind: "mail";
      readonly path: string;
      readonly mail: Omit<Mail, "attachments">;
      readonly receivedAt: string;
      readonly styles: readonly NameStyle[];
      readonly files: readonly SampleFile[];
    };

const changsha = [csLulin, csLigong, csZhonggong];

export const deliveries: readonly Delivery[] = [
  {
    kind: "mail",
    path: "湘潭市发展改革委-双创示范基地申报材料.eml",
    receivedAt: "2021-11-26T16:42:10+08:00",
    styles: ["rfc2047-gb2312-b", "rfc2047-gbk-q", "rfc2231-gb18030", "rfc2231-continued"],
    mail: {
      from: { name: "湘潭市发展改革委", address: "fgw@example.invalid" },
      subject: "湘潭市报送2021年湖南省双创示范基地申报材料（示例）",
      date: "Fri, 26 Nov 2021 16:41:55 +0800",
      received: "Fri, 26 Nov 2021 16:42:10 +0800",
      body: "省发展改革委：\r\n\r\n现报送我市2021年湖南省双创示范基地申报材料电子版，纸质材料一式两份已寄出，请查收。\r\n\r\n（本邮件为示例，内容虚构）\r\n湘潭市发展改革委\r\n",
    },
    files: [
      planFile("湘潭示例莲城高新技术产业开发区双创示范基地建设实施方案.docx", xtLiancheng),
      indicatorFile("附件1：莲城高新区量化指标表.xlsx", xtLiancheng),
      projectFile("附件3：莲城高新区主要建设项目汇总表.xlsx", xtLiancheng),
      applicationFile("附件4：湘潭市双创示范基地申报汇总表.xlsx", "湘潭市", [xtLiancheng], 0),
      letterFile("湘潭市发展改革委推荐文件.docx", "湘潭市", "潭发改高技〔2021〕000号", [xtLiancheng]),
    ],
  },
  {
    kind: "zip",
    path: "长沙市2021年双创示范基地申报材料.zip",
    gbk: true,
    files: [
      letterFile("长沙市/推荐文件.docx", "长沙市", "长发改高技〔2021〕000号", changsha),
      applicationFile("长沙市/附件4申报汇总表.xlsx", "长沙市", changsha, 2),
      planFile("长沙市/01麓林高新区/实施方案.docx", csLulin),
      indicatorFile("长沙市/01麓林高新区/量化指标.xlsx", csLulin),
      projectFile("长沙市/01麓林高新区/附件3项目汇总表.xlsx", csLulin),
      noiseFile("长沙市/01麓林高新区/~$施方案.docx", lockFile("sample")),
      planFile("长沙市/02示例理工大学/双创示范基地建设实施方案（定稿）.docx", csLigong),
      projectFile("长沙市/02示例理工大学/建设项目汇总表.xlsx", csLigong),
      planFile("长沙市/04示例重工/建设实施方案.docx", csZhonggong),
      indicatorFile("长沙市/04示例重工/附件1.xlsx", csZhonggong),
      projectFile("长沙市/04示例重工/附件3.xlsx", csZhonggong),
      noiseFile("长沙市/Thumbs.db", thumbsDb()),
    ],
  },
];

/** What is special about an applicant: what checks have to find. */
export const flags: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {};
