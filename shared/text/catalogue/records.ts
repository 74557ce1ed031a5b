import { defineWords } from "../define-words.ts";

/** The screen on which the record is read and searched. */
export const recordWords = defineWords({
  zh: {
    "records.title": "留痕记录",
    "records.help":
      "本轮的每一次改动都记在这里，最近的在前。记录前后相连，不能修改或删除；在设置里可以检查是否完整。",
    "records.helpAll":
      "本机的每一次改动都记在这里，最近的在前。记录前后相连，不能修改或删除；在设置里可以检查是否完整。",
    "records.find": "查找单位、文件、姓名或操作",
    "records.seq": "序号",
    "records.at": "时间",
    "records.what": "事项",
    "records.who": "操作人",
    "records.shown": "共 {n} 条",
    "records.shownSome": "显示最近 {n} 条",
    "records.noMatch": "没有含“{text}”的记录。请换一个词再找。",
    "records.more": "再显示 {n} 条",
    "records.all": "全部留痕记录",
  },
  en: {
    "records.title": "Record",
    "records.help":
      "Every change of this round, newest first. Entries are chained and cannot be altered or deleted; settings has a check that none is missing.",
    "records.helpAll":
      "Every change on this computer, newest first. Entries are chained and cannot be altered or deleted; settings has a check that none is missing.",
    "records.find": "Find an applicant, file, name or act",
    "records.seq": "No.",
    "records.at": "When",
    "records.what": "What",
    "records.who": "Who",
    "records.shown": "{n} entries",
    "records.shownSome": "The latest {n}",
    "records.noMatch": "No entry has “{text}”. Try another word.",
    "records.more": "Show {n} more",
    "records.all": "The whole record",
  },
});
