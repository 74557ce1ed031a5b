import { defineWords } from "../define-words.ts";

/** Sentences before there is a window, at its gate, in its menu and when it closes. */
export const start = defineWords({
  zh: {
    "start.database-locked":
      "数据文件夹 {dataFolder} 正被另一个评审台窗口使用。请先关闭那个窗口，或用 --data 指定另一个文件夹。",
    "start.database-newer":
      "数据库是由更新版本的评审台写入的（{dataFolder}）。请安装新版本后再打开；数据没有被改动。",
    "start.database-damaged":
      "数据库已损坏，无法打开（{dataFolder}）。请把 backups 文件夹中最近的备份复制为 pingshen.db 后重试；原文件没有被改动。",
    "start.data-folder-unusable":
      "数据文件夹 {dataFolder} 无法读写。请检查权限和剩余空间，或用 --data 指定另一个文件夹。",
    "start.self-test-failed":
      "本机的密码算法自检未通过，签名不可信，程序没有启动。请换一台电脑，或重新安装后再试。",
    "start.resources-unusable":
      "程序自带的文件 {file} 不能使用（{problem}）。数据没有被改动，请重新安装程序。",
    "start.unexpected": "程序未能启动：{reason}。数据没有被改动，请把这句话告诉维护人员。",
    "start.usage":
      "用法：npm start -- [--data 文件夹] [--way electron|browser|address]。未识别的参数：{argument}。",
    "start.build-failed": "界面文件没有生成：{reason}。请运行 npm ci 后重试。",
    "start.not-built": "缺少生成的文件 {file}。请先运行 npm run build。",
    "start.indexing": "正在重新整理检索索引：已完成 {done} 个文件，共 {total} 个。只需这一次，请稍候。",
    "start.opened": "评审台已在 {browser} 的独立窗口中打开。关闭该窗口或按 Ctrl+C 结束。",
    "start.no-display":
      "这里没有图形显示，无法打开窗口。请在本机浏览器中打开下面的地址（只能使用一次，请勿转发）；按 Ctrl+C 结束。",
    "start.no-browser":
      "没有找到 Chromium、Chrome 或 Edge。请在本机浏览器中打开下面的地址（只能使用一次，请勿转发）；按 Ctrl+C 结束。",
    "start.browser-failed":
      "{browser} 没有打开。请在本机浏览器中打开下面的地址（只能使用一次，请勿转发）；按 Ctrl+C 结束。",
    "start.address": "请在本机浏览器中打开下面的地址（只能使用一次，请勿转发）；按 Ctrl+C 结束。",
    "start.electron-fetch": "首次启动：正在获取 Electron 程序文件，最多等待 {seconds} 秒。",
    "start.electron-missing": "没有取得 Electron 程序文件，改用浏览器窗口。",
    "start.electron-failed": "Electron 没有启动，改用浏览器窗口。",
    "start.electron-absent": "没有 Electron 程序文件，也无法取得。请去掉 --way electron，用浏览器窗口打开。",
    "start.stopped": "评审台已结束，数据已保存。",
    "gate.other-address": "此地址不属于评审台窗口，请求已拒绝。",
    "gate.other-site": "请求来自其他网站，已拒绝。",
    "gate.no-session": "此窗口没有进入评审台的凭证。请从程序启动时打开的窗口进入。",
    "gate.token-used": "这个启动地址已经用过或不正确。请重新启动评审台，使用新的地址。",
    "gate.method": "不支持这种请求。",
    "gate.content-type": "请求的内容类型不正确。",
    "gate.not-found": "没有这个文件。",
    "gate.bad-path": "路径不正确，已拒绝。",
    "menu.file": "文件",
    "menu.openExports": "打开导出文件夹",
    "menu.quit": "退出",
    "menu.edit": "编辑",
    "menu.undo": "撤销",
    "menu.redo": "重做",
    "menu.cut": "剪切",
    "menu.copy": "复制",
    "menu.paste": "粘贴",
    "menu.selectAll": "全选",
    "menu.view": "查看",
    "menu.larger": "放大字号",
    "menu.smaller": "缩小字号",
    "menu.usualSize": "标准字号",
    "menu.fullScreen": "全屏",
    "menu.help": "帮助",
    "menu.about": "关于评审台",
    "about.detail":
      "版本 {version}\n数据文件夹：{dataFolder}\n导出文件夹：{exportFolder}\n本程序不连接网络。",
    "quit.question": "还有 {count} 处修改没有保存，确定退出吗？",
    "quit.detail": "退出后，没有保存的修改会丢失；已保存的内容不受影响。",
    "quit.stay": "返回继续",
    "quit.leave": "放弃修改并退出",
  },
  en: {
    "start.database-locked":
      "The data folder {dataFolder} is in use by another Review Desk window. Close that window first, or name another folder with --data.",
    "start.database-newer":
      "The database was written by a newer version of Review Desk ({dataFolder}). Install the newer version to open it; no data was changed.",
    "start.database-damaged":
      "The database is damaged and cannot be opened ({dataFolder}). Copy the latest file from the backups folder to pingshen.db and try again; the original file was not changed.",
    "start.data-folder-unusable":
      "The data folder {dataFolder} cannot be read and written. Check its permissions and free space, or name another folder with --data.",
    "start.self-test-failed":
      "The self-test of this computer's cryptography failed, so signatures could not be trusted and the program did not start. Use another computer, or install again.",
    "start.resources-unusable":
      "The program's own file {file} cannot be used ({problem}). No data was changed; please install the program again.",
    "start.unexpected":
      "The program could not start: {reason}. No data was changed; please pass this sentence on to whoever maintains it.",
    "start.usage":
      "Usage: npm start -- [--data FOLDER] [--way electron|browser|address]. Not understood: {argument}.",
    "start.build-failed": "The window's files could not be made: {reason}. Run npm ci and try again.",
    "start.not-built": "The built file {file} is missing. Run npm run build first.",
    "start.indexing":
      "The search index is being made anew: {done} of {total} files. This happens once; please wait.",
    "start.opened": "Review Desk is open in a window of {browser}. Close that window or press Ctrl+C to end.",
    "start.no-display":
      "There is no display here to open a window on. Open the address below in a browser on this computer (it works once; do not pass it on); press Ctrl+C to end.",
    "start.no-browser":
      "Neither Chromium, Chrome nor Edge was found. Open the address below in a browser on this computer (it works once; do not pass it on); press Ctrl+C to end.",
    "start.browser-failed":
      "{browser} did not open. Open the address below in a browser on this computer (it works once; do not pass it on); press Ctrl+C to end.",
    "start.address":
      "Open the address below in a browser on this computer (it works once; do not pass it on); press Ctrl+C to end.",
    "start.electron-fetch": "First start: fetching Electron's binary, for {seconds} seconds at most.",
    "start.electron-missing": "Electron's binary could not be had; using a browser window instead.",
    "start.electron-failed": "Electron did not start; using a browser window instead.",
    "start.electron-absent":
      "Electron's binary is not here and could not be had. Leave out --way electron to use a browser window.",
    "start.stopped": "Review Desk has ended; everything confirmed is stored.",
    "gate.other-address": "This address does not belong to the Review Desk window; the request was refused.",
    "gate.other-site": "The request came from another site and was refused.",
    "gate.no-session":
      "This window has no permission to enter Review Desk. Use the window that opened when the program started.",
    "gate.token-used":
      "This start address was used already or is not right. Start Review Desk again for a new one.",
    "gate.method": "This kind of request is not supported.",
    "gate.content-type": "The request's content type is not right.",
    "gate.not-found": "There is no such file.",
    "gate.bad-path": "The path is not right; the request was refused.",
    "menu.file": "File",
    "menu.openExports": "Open export folder",
    "menu.quit": "Quit",
    "menu.edit": "Edit",
    "menu.undo": "Undo",
    "menu.redo": "Redo",
    "menu.cut": "Cut",
    "menu.copy": "Copy",
    "menu.paste": "Paste",
    "menu.selectAll": "Select all",
    "menu.view": "View",
    "menu.larger": "Larger type",
    "menu.smaller": "Smaller type",
    "menu.usualSize": "Usual type size",
    "menu.fullScreen": "Full screen",
    "menu.help": "Help",
    "menu.about": "About Review Desk",
    "about.detail":
      "Version {version}\nData folder: {dataFolder}\nExport folder: {exportFolder}\nThis program does not use the network.",
    "quit.question": "{count} changes are not stored yet. Quit anyway?",
    "quit.detail": "Changes that are not stored will be lost; everything stored stays as it is.",
    "quit.stay": "Go back",
    "quit.leave": "Discard and quit",
  },
});
