import { defineWords } from "../define-words.ts";

/** Why a file was refused (`refusal.`), what it is (`content.`), what to do then (`advice.`), notes on reading (`message.`). */
export const refusals = defineWords({
  zh: {
    "refusal.empty": "文件是空的（0 字节）。请向报送单位索取完整的文件。",
    "refusal.too-large": "文件或其中的内容超过了大小上限，没有读取。请拆分后重新导入，或删去其中的大图片。",
    "refusal.too-many-entries": "压缩包里的文件数超过了上限，没有读取。请解压后只导入申报材料。",
    "refusal.too-deep": "文件嵌套的层数太多，没有读取。请解压到文件夹后再导入，或用 WPS、Word 另存一份。",
    "refusal.bomb": "压缩数据展开后异常庞大或互相重叠，像是恶意文件，没有读取。请向报送单位核实后重新索取。",
    "refusal.encrypted": "文件设有打开密码，无法读取。请向报送单位索取密码，去除密码后另存，再重新导入。",
    "refusal.broken":
      "文件已损坏或不完整，无法读取。请用 WPS 或 Office 试着打开并另存一份；打不开的，请报送单位重发。",
    "refusal.not-what-it-says": "文件内容与扩展名不符，无法读取。请向报送单位核实并索取正确的文件。",
    "refusal.not-what-it-says.named":
      "文件内容其实是{content}，与扩展名不符，没有读取。请向报送单位核实并索取正确的文件。",
    "refusal.unsupported": "本程序不能读取这种格式。请用原软件打开，另存为 .docx 或 .xlsx 后重新导入。",
    "refusal.unsupported.named": "这是{content}，本程序不能读取。{advice}",
    "refusal.unsafe-path":
      "压缩包里这一项的路径指向包外（或是链接），没有读取；其余文件不受影响。请向报送单位核实。",
    "refusal.timeout": "读取超过了时限，已中止。请用 WPS 或 Office 打开并另存一份，再重新导入。",
    "refusal.out-of-memory": "读取所需的内存超过了上限，已中止。请拆分文件后重新导入。",
    "refusal.cancelled": "读取已取消。需要时请重新导入。",
    "content.docx": "Word 文档（.docx）",
    "content.xlsx": "Excel 工作簿（.xlsx）",
    "content.xlsb": "Excel 二进制工作簿（.xlsb）",
    "content.pptx": "演示文稿（.pptx）",
    "content.odt": "OpenDocument 文字文档（.odt）",
    "content.ods": "OpenDocument 表格（.ods）",
    "content.odp": "OpenDocument 演示文稿（.odp）",
    "content.ofd": "OFD 版式文件（.ofd）",
    "content.archive": "压缩包（.zip）",
    "content.doc": "Word 97-2003 文档（.doc、.wps）",
    "content.old-doc": "Word 95 或更早的文档",
    "content.xls": "Excel 97-2003 工作簿（.xls、.et）",
    "content.ppt": "演示文稿（.ppt、.dps）",
    "content.msg": "Outlook 邮件（.msg）",
    "content.encrypted-office": "加密的 Office 文件",
    "content.cfb": "不认识的复合文档",
    "content.pdf": "PDF 文件",
    "content.rtf": "RTF 文档（.rtf）",
    "content.html": "网页（.html）",
    "content.mhtml": "单个文件网页（.mht）",
    "content.xml": "XML 数据",
    "content.mail": "邮件（.eml）",
    "content.tnef": "Outlook 专用附件（winmail.dat）",
    "content.text": "纯文本",
    "content.image": "图片",
    "content.rar": "RAR 压缩包",
    "content.7z": "7-Zip 压缩包",
    "content.volume": "分卷压缩包的一部分",
    "content.gzip": "GZIP 压缩文件",
    "content.tar": "TAR 归档文件",
    "content.program": "可执行程序",
    "content.zip-method": "用特殊压缩方法存放的文件",
    "content.unknown": "不认识的数据",
    "advice.ofd": "请向报送单位索取 Word 或 Excel 原件；只有版式件的，请人工录入。",
    "advice.rar": "请先解压，再导入解压后的文件夹，或重新压缩为 .zip。",
    "advice.7z": "请先解压，再导入解压后的文件夹，或重新压缩为 .zip。",
    "advice.volume":
      "这次导入里没有找齐它的全部分卷。.zip 的分卷请一起导入，会自动合并；RAR、7-Zip 的分卷请用压缩软件解压后导入解压出的文件夹；分卷不齐的，请报送单位补发。",
    "advice.gzip": "请先解压，再导入解压后的文件。",
    "advice.tar": "请先解压，再导入解压后的文件夹。",
    "advice.zip-method": "请用常见的压缩软件重新压缩为普通 .zip 后导入。",
    "advice.program": "申报材料不应包含程序，请不要运行，并向报送单位核实。",
    "advice.other": "请用原软件打开，另存为 .docx 或 .xlsx 后重新导入。",
    "message.extension-differs": "扩展名与内容不符：内容其实是{content}，已按内容读取。",
    "message.tracked-changes": "文档含有修订痕迹，已按“接受全部修订”后的内容读取。",
    "message.comments-ignored": "文档含有批注，批注内容没有读取。",
    "message.comments-listed": "批注没有计入正文：“{text}”。",
    "message.hidden-text": "文档含有隐藏文字（打开文件看不到），已计入正文：“{text}”。",
    "message.embedded-read": "文档里嵌有 Excel 表或 Word 文档（{place}），其内容已读取，放在它所在的位置。",
    "message.macros-ignored": "文件含有宏，宏没有运行，也没有读取。",
    "message.embedded-object": "文档里嵌有其他对象（如 Excel 表），对象里的内容没有读取，请打开原文件核对。",
    "message.embedded-document": "文档里嵌入了另一份文档，其内容没有读取，请打开原文件核对。",
    "message.drawing-text-skipped": "图表或 SmartArt 图形里的文字没有读取，请打开原文件核对。",
    "message.phonetic-guide": "文字上方的拼音注音没有读取。",
    "message.xml-repaired": "文件内部（{place}）有不合规范的字符，已略过后读取。",
    "message.page-elsewhere":
      "网页的一部分内容在另外的文件里，没有读取。请用 Office 或 WPS 打开，另存为 .docx 或 .xlsx 后重新导入。",
    "message.scanned":
      "扫描件：文件里只有图片，没有可读的文字，需人工录入。请向报送单位索取 Word 或 Excel 原件。",
    "message.scanned-pages": "扫描件：有 {count} 页只有图片，没有可读的文字（第 {pages} 页），需人工录入。",
    "message.pages-cut": "页数超过上限（{limit} 页），其后的内容没有读取。",
    "message.pdf-tables":
      "PDF 里的表格只能按行读成文字，行列关系没有还原。请向报送单位索取 Word 或 Excel 原件，或打开原文件核对。",
    "message.pdf-garbled": "PDF 的字体没有写明文字编码，有的文字是乱码，请打开原文件核对。",
    "message.old-xml": "这是 Word 2003 的 XML 文档，自动编号、页眉页脚和图片没有读取，请打开原文件核对。",
    "message.part-unreadable": "文件的一部分（{place}）已损坏，没有读取，请打开原文件核对。",
    "message.text-damaged": "文件有一部分已损坏，这部分文字没有读到，请打开原文件核对。",
    "message.header-footer": "页眉页脚里的文字没有计入正文：“{text}”。",
    "message.text-cut": "文字超过上限（{limit} 字），其后的内容没有读取。",
    "message.table-cut":
      "表格超过上限（一个文件最多读 {limit} 个单元格），其后的单元格没有读取，请打开原文件核对。",
    "message.cells-cut":
      "工作表“{place}”的单元格超过上限（一个文件最多读 {limit} 个），从 {cell} 起有 {count} 个单元格没有读取，请拆分后重新导入。",
    "message.sheets-cut":
      "工作表的数量超过上限（{limit} 张），从工作表“{place}”起没有读取，请拆分后重新导入。",
    "message.blocks-cut": "段落和表格的数量超过上限（{limit}），其后的内容没有读取，请打开原文件核对。",
    "message.hidden-sheet": "工作表“{place}”是隐藏的，已读取并注明。",
    "message.hidden-rows": "工作表“{place}”有 {count} 个隐藏行，已读取并注明。",
    "message.hidden-columns": "工作表“{place}”有 {count} 个隐藏列（{columns}），已读取并注明。",
    "message.rounded-display": "工作表“{place}”有 {count} 个数字显示时经过四舍五入，已读取完整数值。",
    "message.picture-in-cell":
      "工作表“{place}”有单元格里是图片（{cells}），图片里的文字没有读取，请打开原文件核对。",
    "message.sheet-pictures": "工作表“{place}”上有 {count} 张图片，没有读取，请打开原文件核对。",
    "message.pictures-only":
      "文件里只有图片，没有可读的文字，可能是扫描件，需人工录入。请向报送单位索取 Word 或 Excel 原件。",
    "message.error-value": "工作表“{place}”有公式错误值（{cells}），请核对。",
    "message.formula-without-value":
      "工作表“{place}”有公式没有保存计算结果（{cells}），请用 WPS 或 Excel 打开并保存后重新导入。",
    "message.sheet-unreadable": "工作表“{place}”无法读取，请打开原文件核对。",
    "message.chart-sheet-skipped": "“{place}”是图表页，没有读取。",
    "message.extraction-failed": "文字已读取，但自动识别没有完成，请人工录入或核对。",
    "message.image-only": "这是图片，没有可读的文字，需人工录入。",
    "message.no-text": "文件里没有读到文字。",
    "message.noise": "系统或软件产生的附带文件，不是申报材料，只列出不读取。",
    "message.duplicate-content": "内容与“{place}”完全相同，没有重复读取。",
    "name.joined": "{name}（已合并）.zip",
    "name.joinedMail": "{name}（已合并）.eml",
    "message.volume-joined": "这是分卷压缩包的一部分，已与其他分卷合并后读取，见“{place}”。",
    "message.duplicate-name": "压缩包里有同名的文件，后一个已改名以示区别：{place}",
    "message.entry-refused": "其中的“{place}”没有读取，原因见该文件。",
    "message.mail-date-missing": "邮件没有可用的收到或发出时间，请人工核实报送时间。",
    "message.mail-piece":
      "这封邮件被拆成了 {total} 封，这是第 {number} 封，附件无法单独读取，这次导入里没有找齐其余各封。请把各封一起导入，会自动合并；不齐的，请报送单位把附件压缩、分开重发。",
    "message.mail-joined": "这是拆开发送的邮件中的一封，已与其他各封合并后读取，见“{place}”。",
    "message.name-disguised":
      "文件名里有改变文字方向的字符，看到的扩展名可能是假的，已去掉这些字符：{place}。请向报送单位核实。",
    "message.half-character": "文字里有残缺的字符，已用“�”代替，请打开原文件核对。",
    "message.mail-date-sent": "邮件没有收到时间，使用发件人写的发出时间，请核实。",
    "message.mail-time-outer":
      "这封邮件附在另一封邮件里，自己没有收到时间，按外层邮件的收到时间计（没有采用发件人写的发出时间）。",
    "message.symlink-skipped": "“{place}”是链接，没有跟随读取。",
    "message.path-unreadable": "“{place}”无法打开，请检查权限或文件是否仍在。",
    "message.too-many-files": "文件数超过上限（{limit}），其后的文件没有读取。",
    "message.folder-too-deep": "文件夹“{place}”层数太多，没有读取其中的内容。",
  },
  en: {
    "refusal.empty": "The file is empty (0 bytes). Ask the sender for the complete file.",
    "refusal.too-large":
      "The file, or something in it, is over the size limit and was not read. Split it or remove large pictures, then import again.",
    "refusal.too-many-entries":
      "The archive holds more files than allowed and was not read. Unpack it and import only the submission.",
    "refusal.too-deep":
      "The file is nested too deeply and was not read. Unpack it into a folder, or save a copy with WPS or Word, then import again.",
    "refusal.bomb":
      "The compressed data unfolds to an abnormal size or overlaps itself, as in a hostile file, and was not read. Check with the sender and ask for it again.",
    "refusal.encrypted":
      "The file needs a password and cannot be read. Ask the sender for it, save a copy without password and import again.",
    "refusal.broken":
      "The file is damaged or incomplete and cannot be read. Try to open it in WPS or Office and save a copy; if that fails, ask the sender to send it again.",
    "refusal.not-what-it-says":
      "The content does not fit the file extension and cannot be read. Check with the sender and ask for the right file.",
    "refusal.not-what-it-says.named":
      "The content is really {content}, which does not fit the file extension; it was not read. Check with the sender and ask for the right file.",
    "refusal.unsupported":
      "This format cannot be read here. Open it in its own program, save it as .docx or .xlsx and import again.",
    "refusal.unsupported.named": "This is {content}, which cannot be read here. {advice}",
    "refusal.unsafe-path":
      "This entry of the archive points outside of it (or is a link) and was not read; the other files are not affected. Check with the sender.",
    "refusal.timeout":
      "Reading took longer than allowed and was stopped. Open the file in WPS or Office, save a copy and import again.",
    "refusal.out-of-memory":
      "Reading needed more memory than allowed and was stopped. Split the file and import again.",
    "refusal.cancelled": "Reading was cancelled. Import again when needed.",
    "content.docx": "a Word document (.docx)",
    "content.xlsx": "an Excel workbook (.xlsx)",
    "content.xlsb": "a binary Excel workbook (.xlsb)",
    "content.pptx": "a presentation (.pptx)",
    "content.odt": "an OpenDocument text (.odt)",
    "content.ods": "an OpenDocument spreadsheet (.ods)",
    "content.odp": "an OpenDocument presentation (.odp)",
    "content.ofd": "an OFD document (.ofd)",
    "content.archive": "an archive (.zip)",
    "content.doc": "a Word 97-2003 document (.doc, .wps)",
    "content.old-doc": "a document of Word 95 or earlier",
    "content.xls": "an Excel 97-2003 workbook (.xls, .et)",
    "content.ppt": "a presentation (.ppt, .dps)",
    "content.msg": "an Outlook message (.msg)",
    "content.encrypted-office": "an encrypted Office file",
    "content.cfb": "an unknown compound file",
    "content.pdf": "a PDF file",
    "content.rtf": "an RTF document (.rtf)",
    "content.html": "a web page (.html)",
    "content.mhtml": "a web page in one file (.mht)",
    "content.xml": "XML data",
    "content.mail": "a mail (.eml)",
    "content.tnef": "an Outlook attachment (winmail.dat)",
    "content.text": "plain text",
    "content.image": "a picture",
    "content.rar": "a RAR archive",
    "content.7z": "a 7-Zip archive",
    "content.volume": "one part of a split archive",
    "content.gzip": "a GZIP file",
    "content.tar": "a TAR archive",
    "content.program": "a program",
    "content.zip-method": "a file stored with an unusual compression method",
    "content.unknown": "unknown data",
    "advice.ofd": "Ask the sender for the Word or Excel original; type in what exists only in this form.",
    "advice.rar": "Unpack it and import the folder, or pack it again as .zip.",
    "advice.7z": "Unpack it and import the folder, or pack it again as .zip.",
    "advice.volume":
      "Not all of its parts are in this import. Import the parts of a .zip together and they are joined; unpack those of RAR and 7-Zip with an archive program and import what comes out; ask the sender for missing parts.",
    "advice.gzip": "Unpack it and import the file inside.",
    "advice.tar": "Unpack it and import the folder.",
    "advice.zip-method": "Pack it again as an ordinary .zip and import that.",
    "advice.program": "A submission should not hold programs: do not run it, and check with the sender.",
    "advice.other": "Open it in its own program, save it as .docx or .xlsx and import again.",
    "message.extension-differs": "The extension does not fit: the content is {content} and was read as such.",
    "message.tracked-changes": "The document has tracked changes; it was read as if all were accepted.",
    "message.comments-ignored": "The document has comments; they were not read.",
    "message.comments-listed": "Comments were not counted as text: “{text}”.",
    "message.hidden-text":
      "The document has hidden text (not seen when it is opened); it was read as text: “{text}”.",
    "message.embedded-read":
      "A workbook or document is embedded ({place}); what it says was read and stands in its place.",
    "message.macros-ignored": "The file has macros; they were neither run nor read.",
    "message.embedded-object":
      "The document embeds other objects (such as an Excel table) whose content was not read; compare with the original.",
    "message.embedded-document":
      "The document embeds another document whose content was not read; compare with the original.",
    "message.drawing-text-skipped": "Text in charts or SmartArt was not read; compare with the original.",
    "message.phonetic-guide": "Phonetic guides above the text were not read.",
    "message.xml-repaired": "A part of the file ({place}) has forbidden characters; they were passed over.",
    "message.page-elsewhere":
      "Part of this web page lies in other files and was not read. Open it in Office or WPS, save it as .docx or .xlsx and import again.",
    "message.scanned":
      "A scan: the file has pictures only and no readable text; type it in, or ask the sender for the Word or Excel original.",
    "message.scanned-pages":
      "A scan: {count} pages have pictures only and no readable text (page {pages}); type them in.",
    "message.pages-cut": "More pages than allowed ({limit}); the rest was not read.",
    "message.pdf-tables":
      "Tables in a PDF can only be read as lines of text, without their rows and columns. Ask the sender for the Word or Excel original, or compare with the file.",
    "message.pdf-garbled":
      "The fonts of the PDF do not say what their characters are; some text is garbled. Compare with the original.",
    "message.old-xml":
      "A Word 2003 XML document: automatic numbers, headers, footers and pictures were not read; compare with the original.",
    "message.part-unreadable":
      "A part of the file ({place}) is damaged and was not read; compare with the original.",
    "message.text-damaged":
      "A part of the file is damaged and its text could not be read; compare with the original.",
    "message.header-footer": "Headers and footers are not counted as text of the document: “{text}”.",
    "message.text-cut": "The text is over the limit ({limit} characters); what follows was not read.",
    "message.table-cut":
      "Tables are over the limit (at most {limit} cells of one file); cells behind it were not read. Compare with the original.",
    "message.cells-cut":
      "Sheet “{place}” is over the limit (at most {limit} cells of one file): from {cell} on, {count} cells were not read. Split the file and import again.",
    "message.sheets-cut":
      "More sheets than allowed ({limit}): from sheet “{place}” on nothing was read. Split the file and import again.",
    "message.blocks-cut":
      "More paragraphs and tables than allowed ({limit}); what follows was not read. Compare with the original.",
    "message.hidden-sheet": "Sheet “{place}” is hidden; it was read and marked.",
    "message.hidden-rows": "Sheet “{place}” has {count} hidden rows; they were read and marked.",
    "message.hidden-columns":
      "Sheet “{place}” has {count} hidden columns ({columns}); they were read and marked.",
    "message.rounded-display": "Sheet “{place}” shows {count} numbers rounded; the full values were read.",
    "message.picture-in-cell":
      "Sheet “{place}” has pictures in cells ({cells}); what they show was not read. Compare with the original.",
    "message.sheet-pictures":
      "Sheet “{place}” has {count} pictures that were not read. Compare with the original.",
    "message.pictures-only":
      "The file has pictures only and no readable text, as a scan has; type it in, or ask the sender for the Word or Excel original.",
    "message.error-value": "Sheet “{place}” has formula errors ({cells}); please check.",
    "message.formula-without-value":
      "Sheet “{place}” has formulas without a stored result ({cells}); open and save it in WPS or Excel, then import again.",
    "message.sheet-unreadable": "Sheet “{place}” cannot be read; compare with the original.",
    "message.chart-sheet-skipped": "“{place}” is a chart sheet and was not read.",
    "message.extraction-failed":
      "The text was read, but recognising values in it failed; type them in or check by hand.",
    "message.image-only": "This is a picture without readable text; its content must be typed in.",
    "message.no-text": "No text was found in the file.",
    "message.noise": "A file left by the system or a program, not part of a submission; listed but not read.",
    "message.duplicate-content": "Same content as “{place}”; it was not read twice.",
    "name.joined": "{name} (joined).zip",
    "name.joinedMail": "{name} (joined).eml",
    "message.volume-joined":
      "This is one part of a split archive; it was joined with the others and read, see “{place}”.",
    "message.duplicate-name": "The archive has files of the same name; the later one was renamed: {place}",
    "message.entry-refused": "“{place}” in it was not read; see that file for the reason.",
    "message.mail-date-missing": "The mail has no usable date; check by hand when it arrived.",
    "message.mail-piece":
      "This mail was split into {total}; this is number {number}, and its attachments cannot be read alone. The others were not found in this import: import them together and they are joined, or ask the sender to send the files compressed and apart.",
    "message.mail-joined": "One of several mails that are one: joined with the others and read as “{place}”.",
    "message.name-disguised":
      "The file name has marks that turn the reading direction, so the extension seen may be false; they were removed: {place}. Check with the sender.",
    "message.half-character": "The text has incomplete characters, shown as “�”; compare with the original.",
    "message.mail-date-sent": "The mail has no date of arrival; the sender's own date is used, please check.",
    "message.mail-time-outer":
      "This mail is attached to another and has no date of arrival of its own; it counts as received when that one was, not when its sender says it was sent.",
    "message.symlink-skipped": "“{place}” is a link and was not followed.",
    "message.path-unreadable": "“{place}” cannot be opened; check permissions and whether it still exists.",
    "message.too-many-files": "More files than allowed ({limit}); the rest was not read.",
    "message.folder-too-deep": "Folder “{place}” is nested too deeply; its content was not read.",
  },
});

type WordsOf = keyof typeof refusals.zh;
/** Codes of the notes a reader may leave. */
export type MessageCode = WordsOf extends infer Key
  ? Key extends `message.${infer Code}`
    ? Code
    : never
  : never;
