import type { Mail, NameStyle } from "../write/mail.ts";
import { encryptedOfficeFile, lockFile, rarArchive, scannedPdf, thumbsDb } from "../write/odd-files.ts";
import { cdYuanli } from "./applicants/cd-yuanli.ts";
import { csCailiao } from "./applicants/cs-cailiao.ts";
import { csLigong } from "./applicants/cs-ligong.ts";
import { csLinkong } from "./applicants/cs-linkong.ts";
import { csLulin } from "./applicants/cs-lulin.ts";
import { csZhonggong } from "./applicants/cs-zhonggong.ts";
import { czLinyi } from "./applicants/cz-linyi.ts";
import { hhWuxi } from "./applicants/hh-wuxi.ts";
import { hyYancheng } from "./applicants/hy-yancheng.ts";
import { xtLiancheng } from "./applicants/xt-liancheng.ts";
import { xxWuling } from "./applicants/xx-wuling.ts";
import { yiyZijiang } from "./applicants/yiy-zijiang.ts";
import { yyDongting } from "./applicants/yy-dongting.ts";
import { yzXiaoxiang } from "./applicants/yz-xiaoxiang.ts";
import { zzGaoxin } from "./applicants/zz-gaoxin.ts";
import { zzGuidao } from "./applicants/zz-guidao.ts";
import {
  applicationFile,
  indicatorFile,
  letterFile,
  noiseFile,
  oldWordPlan,
  planFile,
  projectFile,
  proofFile,
  refusedFile,
  type SampleFile,
  scanFile,
} from "./files.ts";

export interface MailHead extends Omit<Mail, "attachments"> {
  /** The instant that decides about the deadline. */
  readonly receivedAt: string;
}

export type Delivery = { readonly path: string; readonly files: readonly SampleFile[] } & (
  | { readonly kind: "folder" }
  | { readonly kind: "zip"; readonly gbk: boolean }
  | { readonly kind: "mail"; readonly mail: MailHead; readonly styles: readonly NameStyle[] }
  /** A mail whose only attachment is an archive with everything in it. */
  | { readonly kind: "mail-with-zip"; readonly mail: MailHead; readonly zip: string }
);

function mailHead(city: string, date: string, received: string, receivedAt: string): MailHead {
  return {
    from: { name: `${city}发展改革委`, address: "fgw@example.invalid" },
    subject: `${city}报送2021年湖南省双创示范基地申报材料（示例）`,
    date,
    received,
    receivedAt,
    body: `省发展改革委：\r\n\r\n现报送我市（州）2021年湖南省双创示范基地申报材料电子版，纸质材料一式两份已寄出，请查收。\r\n\r\n（本邮件为示例，内容虚构）\r\n${city}发展改革委\r\n`,
  };
}

const changsha = [csLulin, csLigong, csCailiao, csZhonggong, csLinkong];
const zhuzhou = [zzGaoxin, zzGuidao];

const xiangtan: Delivery = {
  kind: "mail",
  path: "湘潭市发展改革委-双创示范基地申报材料.eml",
  styles: ["rfc2047-gb2312-b", "rfc2047-gbk-q", "rfc2231-gb18030", "rfc2231-continued"],
  mail: mailHead(
    "湘潭市",
    "Fri, 26 Nov 2021 16:41:55 +0800",
    "Fri, 26 Nov 2021 16:42:10 +0800",
    "2021-11-26T16:42:10+08:00",
  ),
  files: [
    planFile("湘潭示例莲城高新技术产业开发区双创示范基地建设实施方案.docx", xtLiancheng),
    indicatorFile("附件1：莲城高新区量化指标表.xlsx", xtLiancheng),
    projectFile("附件3：莲城高新区主要建设项目汇总表.xlsx", xtLiancheng),
    applicationFile("附件4：湘潭市双创示范基地申报汇总表.xlsx", "湘潭市", [xtLiancheng], 0),
    letterFile("湘潭市发展改革委推荐文件.docx", "湘潭市", "潭发改高技〔2021〕000号", [xtLiancheng]),
  ],
};

const changshaZip: Delivery = {
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
    planFile("长沙市/03示例先进材料研究院/实施方案.docx", csCailiao),
    indicatorFile("长沙市/03示例先进材料研究院/附件1量化指标.xlsx", csCailiao),
    projectFile("长沙市/03示例先进材料研究院/附件3.xlsx", csCailiao),
    planFile("长沙市/04示例重工/建设实施方案.docx", csZhonggong),
    indicatorFile("长沙市/04示例重工/附件1.xlsx", csZhonggong),
    projectFile("长沙市/04示例重工/附件3.xlsx", csZhonggong),
    planFile("长沙市/05示例临空产业园/示例临空园实施方案.docx", csLinkong),
    indicatorFile("长沙市/05示例临空产业园/附件1.xlsx", csLinkong),
    projectFile("长沙市/05示例临空产业园/附件3.xlsx", csLinkong),
    noiseFile("长沙市/Thumbs.db", thumbsDb()),
  ],
};

const zhuzhouFolder: Delivery = {
  kind: "folder",
  path: "株洲市",
  files: [
    letterFile("推荐申报文件.docx", "株洲市", "株发改〔2021〕000号", zhuzhou),
    applicationFile("附件4 申报汇总表.xlsx", "株洲市", zhuzhou, 1),
    planFile("株洲高新区/实施方案.docx", zzGaoxin),
    indicatorFile("株洲高新区/量化指标表.xlsx", zzGaoxin),
    projectFile("株洲高新区/项目汇总表.xlsx", zzGaoxin),
    planFile("示例轨道装备公司/实施方案.docx", zzGuidao),
    indicatorFile("示例轨道装备公司/量化指标表.xlsx", zzGuidao),
    projectFile("示例轨道装备公司/项目汇总表.xlsx", zzGuidao),
    noiseFile("示例轨道装备公司/~$项目汇总表.xlsx", lockFile("sample")),
    noiseFile("Thumbs.db", thumbsDb()),
  ],
};

const hengyang: Delivery = {
  kind: "folder",
  path: "衡阳市",
  files: [
    letterFile("推荐文件.docx", "衡阳市", "衡发改〔2021〕000号", [hyYancheng]),
    applicationFile("附件4.xlsx", "衡阳市", [hyYancheng], 2),
    planFile("雁城经开区实施方案.docx", hyYancheng),
    indicatorFile("雁城经开区附件1.xlsx", hyYancheng),
    projectFile("雁城经开区附件3.xlsx", hyYancheng),
    refusedFile("雁城经开区证明材料（加密）.docx", "evidence", hyYancheng, "encrypted", async () =>
      encryptedOfficeFile(),
    ),
  ],
};

const yueyang: Delivery = {
  kind: "zip",
  path: "岳阳市.zip",
  gbk: false,
  files: [
    letterFile("岳阳市推荐文件.docx", "岳阳市", "岳发改〔2021〕000号", [yyDongting]),
    applicationFile("附件4.xlsx", "岳阳市", [yyDongting], 0),
    planFile("岳阳示例洞庭开放合作园区实施方案.docx", yyDongting),
    noiseFile("__MACOSX/._附件4.xlsx", Buffer.from("\0\x05\x16\x07\0\x02\0\0Mac OS X        ", "latin1")),
  ],
};

const changde: Delivery = {
  kind: "zip",
  path: "常德市双创示范基地申报.zip",
  gbk: true,
  files: [
    letterFile("常德市/推荐文件.docx", "常德市", "常发改〔2021〕000号", [cdYuanli]),
    applicationFile("常德市/附件4.xlsx", "常德市", [cdYuanli], 1),
    planFile("常德市/沅澧智能制造研究院实施方案.docx", cdYuanli),
    indicatorFile("常德市/附件1.xlsx", cdYuanli),
    projectFile("常德市/附件3.xlsx", cdYuanli),
    // 誠 is D5 5C in GBK: its second byte is a backslash.
    proofFile("常德市/誠信承诺书.docx", cdYuanli, [
      "我单位承诺所提供的申报材料真实、准确、完整，如有不实，愿承担相应责任。本承诺书为示例，内容虚构。",
    ]),
  ],
};

const yiyang: Delivery = {
  kind: "mail",
  path: "益阳市报送.eml",
  styles: ["rfc2231-continued", "rfc2231-gb18030"],
  mail: mailHead(
    "益阳市",
    "Sat, 27 Nov 2021 10:05:02 +0800",
    "Sat, 27 Nov 2021 10:05:20 +0800",
    "2021-11-27T10:05:20+08:00",
  ),
  files: [
    planFile("益阳示例资江电子信息有限公司双创示范基地建设实施方案.docx", yiyZijiang),
    applicationFile("附件4：益阳市申报汇总表.xlsx", "益阳市", [yiyZijiang], 1),
    letterFile("益阳市推荐文件.docx", "益阳市", "益发改〔2021〕000号", [yiyZijiang]),
  ],
};

const chenzhou = {
  kind: "mail",
  path: "郴州市补报材料.eml",
  styles: ["rfc2231-gb18030", "rfc2047-gb2312-b"],
  mail: mailHead(
    "郴州市",
    "Mon, 29 Nov 2021 09:25:41 +0800",
    "Mon, 29 Nov 2021 09:26:03 +0800",
    "2021-11-29T09:26:03+08:00",
  ),
  files: [
    planFile("郴州示例林邑经济开发区建设实施方案.docx", czLinyi),
    indicatorFile("附件1.xlsx", czLinyi),
    projectFile("附件3.xlsx", czLinyi),
    applicationFile("附件4.xlsx", "郴州市", [czLinyi], 2),
    letterFile("郴州市推荐文件.docx", "郴州市", "郴发改〔2021〕000号", [czLinyi]),
  ],
} satisfies Delivery;

const yongzhou: Delivery = {
  kind: "mail-with-zip",
  path: "永州市双创示范基地申报材料.eml",
  zip: "永州市双创示范基地申报材料.zip",
  mail: mailHead(
    "永州市",
    "Sun, 28 Nov 2021 21:48:10 +0800",
    "Sun, 28 Nov 2021 21:48:33 +0800",
    "2021-11-28T21:48:33+08:00",
  ),
  files: [
    letterFile("推荐文件.docx", "永州市", "永发改〔2021〕000号", [yzXiaoxiang]),
    applicationFile("附件4.xlsx", "永州市", [yzXiaoxiang], 0),
    planFile("潇湘农业科技园区/实施方案（送审稿）.docx", yzXiaoxiang),
    indicatorFile("潇湘农业科技园区/附件1.xlsx", yzXiaoxiang),
    projectFile("潇湘农业科技园区/附件3.xlsx", yzXiaoxiang),
  ],
};

const huaihua: Delivery = {
  kind: "mail",
  path: "怀化市.eml",
  styles: ["rfc2047-gbk-q", "rfc2047-gb2312-b"],
  mail: mailHead(
    "怀化市",
    "Thu, 25 Nov 2021 11:30:12 +0800",
    "Thu, 25 Nov 2021 11:30:40 +0800",
    "2021-11-25T11:30:40+08:00",
  ),
  files: [
    planFile("怀化示例五溪职业技术学院实施方案.docx", hhWuxi),
    indicatorFile("量化指标.xlsx", hhWuxi),
    projectFile("建设项目汇总表.xlsx", hhWuxi),
    applicationFile("申报汇总表.xlsx", "怀化市", [hhWuxi], 0),
    letterFile("推荐文件.docx", "怀化市", "怀发改〔2021〕000号", [hhWuxi]),
  ],
};

const xiangxi: Delivery = {
  kind: "folder",
  path: "湘西自治州",
  files: [
    letterFile("推荐文件.docx", "湘西土家族苗族自治州", "州发改〔2021〕000号", [xxWuling]),
    applicationFile("附件4.xlsx", "湘西土家族苗族自治州", [xxWuling], 1),
    oldWordPlan("武陵山文旅园/实施方案.docx", xxWuling, "wuling-plan.doc"),
    indicatorFile("武陵山文旅园/附件1.xlsx", xxWuling),
    projectFile("武陵山文旅园/附件3.xlsx", xxWuling),
    scanFile("武陵山文旅园/证明材料（扫描件）.pdf", xxWuling, async () => scannedPdf()),
    refusedFile("武陵山文旅园/活动照片.rar", "unknown", xxWuling, "unsupported", async () => rarArchive()),
    refusedFile("武陵山文旅园/补充数据.xlsx", "unknown", xxWuling, "broken", async () => {
      const whole = await indicatorFile("", xxWuling).make();
      return whole.subarray(0, Math.floor(whole.length / 3));
    }),
  ],
};

export const deliveries: readonly Delivery[] = [
  xiangtan,
  changshaZip,
  zhuzhouFolder,
  hengyang,
  yueyang,
  changde,
  yiyang,
  chenzhou,
  yongzhou,
  huaihua,
  xiangxi,
];

const overQuota = { overQuota: { city: "长沙市", max: 4, submitted: 5 } };

/** What is special about an applicant: what checks have to find. */
export const flags: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  [csLulin.id]: overQuota,
  [csLigong.id]: overQuota,
  [csCailiao.id]: overQuota,
  [csZhonggong.id]: overQuota,
  [csLinkong.id]: overQuota,
  [zzGaoxin.id]: { alreadyNational: { name: zzGaoxin.name, direction: "employment" } },
  [hyYancheng.id]: {
    contradiction: { key: "employment-jobs", table: "9120", text: "12350" },
    encryptedFile: "衡阳市/雁城经开区证明材料（加密）.docx",
  },
  [cdYuanli.id]: { missing: { "lean-firms": "—", "lean-patents": "暂无" } },
  [yiyZijiang.id]: { deviation: { subject: "enterprise", usual: "integration", chosen: "lean" } },
  [czLinyi.id]: { late: { receivedAt: chenzhou.mail.receivedAt, deadline: "2021-11-29T00:00:00+08:00" } },
  [hhWuxi.id]: { planTooShort: true },
  [yzXiaoxiang.id]: { planTooLong: true },
  [xxWuling.id]: { planUnreadable: true },
};
