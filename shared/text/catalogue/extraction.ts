import { defineWords } from "../define-words.ts";

/** Notes left while facts are read out of a document; `{text}` is what stands there. */
export const extractionWords = defineWords({
  zh: {
    "message.unit-missing": "“{text}”没有写单位，表头、标题和表注里也没有，未按万元猜测，请核对后补录。",
    "message.unit-mismatch":
      "“{text}”的单位与指标要求的单位不是一回事（如人次与人、百分点与%），没有换算，请核对后补录。",
    "message.other-currency": "“{text}”是外币金额，没有折算成人民币，请核对后按人民币补录。",
    "message.table-continued": "这里的表格没有表头，已作为上一个表（{text}）的续表读取，请对照原文核对。",
    "message.table-unread":
      "这份文件像是表格材料，但没有认出表头（“{text}”），没有读出任何一行。请在核对页面打开它，拖选表头并指明各列。",
    "message.amount-unsure":
      "“{text}”不是一个确定的金额（约数、预计数、区间、负数，或者一格里有几个数、万字重复）；区间和几个数的没有读取，请核对后补录。",
    "message.indicators-unread":
      "这张表格提到了指标（“{text}”），但没有读出任何数值，请对照原文核对，需要时指定表头或补录。",
    "message.value-unread": "“{text}”写在数值的位置，但没有读出数，请核对后补录。",
    "message.header-unsure": "表格“{text}”的表头不能完全确定，请对照原文核对各列。",
  },
  en: {
    "message.unit-missing":
      "“{text}” has no unit here, in the header, the title or a note; none was assumed. Check it and enter the value.",
    "message.unit-mismatch":
      "The unit of “{text}” measures something else than the indicator; it was not converted. Check it and enter the value.",
    "message.other-currency":
      "“{text}” is an amount in a foreign currency; it was not converted. Check it and enter the value in yuan.",
    "message.table-continued":
      "This table has no header; it was read as going on with the one above ({text}). Please compare with the original.",
    "message.table-unread":
      "This file looks like a table, but its header was not recognised (“{text}”) and no row was read. Open it on the confirm screen, drag over the header and name the columns.",
    "message.amount-unsure":
      "“{text}” is no certain amount: approximate, expected, a range, negative, several numbers in one cell, or 万 written twice. Ranges and several numbers were not read. Check it and enter the value.",
    "message.indicators-unread":
      "This table speaks of indicators (“{text}”), and no value was read. Compare with the original; name its header or enter the values.",
    "message.value-unread":
      "“{text}” stands where a number should be, and none was read. Check it and enter the value.",
    "message.header-unsure":
      "The header of the table “{text}” is not certain. Compare its columns with the original.",
  },
});
