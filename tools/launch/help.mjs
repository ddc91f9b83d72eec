// The words of --help, here so that they can be shown before any package is installed.

const SETTINGS = `
环境变量 / environment
  PORT              网页与接口的端口，默认 3000；未指定且被占用时自动使用下一个空闲端口，指定了则报错
                    port of pages and API, 3000 by default; a taken one is passed over, unless you asked for it
  HOST              监听地址，默认 127.0.0.1（仅本机）
                    address to listen on, 127.0.0.1 by default: this machine only
  BIHUAN_HOME       数据目录，默认为代码目录下的 .bihuan
                    data folder, by default .bihuan in the checkout
  DATABASE_URL      使用自己的 PostgreSQL（15 以上，UTF-8 区域设置），不再启动内置的
                    a PostgreSQL of your own (15 or later, with a UTF-8 locale) instead of the embedded one
  TEMPORAL_ADDRESS  使用自己的 Temporal 服务，如 127.0.0.1:7233（命名空间 TEMPORAL_NAMESPACE，默认 default）
                    a Temporal server of your own (namespace by TEMPORAL_NAMESPACE, default)
  TEMPORAL_CLI      Temporal CLI 程序的路径（1.9.1 以上），不设则依次在 PATH、缓存、官方地址、pip 中寻找
                    path of a Temporal CLI (1.9.1 or later); else PATH, cache, official address, pip, in this order
  SMTP_URL, MAIL_FROM
                    邮件通知的服务器与发件人，如 smtp://user:password@host:587，不设则不发邮件
                    mail server and sender of notices; without them no e-mail is sent
  PUBLIC_URL        通知中链接的开头，默认为打开的地址
                    what links in notices begin with, by default the address to open
  WEBHOOK_NETWORKS  允许推送的内部网段，如 10.20.0.0/16；默认只推送到公网 https 地址
                    private networks that webhooks may reach; by default only public https addresses
  XDG_CACHE_HOME    下载缓存的上级目录，默认 ~/.cache
                    where downloads are kept for the next clone, ~/.cache by default
`;

const TEXTS = {
  start: `npm start
启动闭环：安装依赖、编译、获取并启动 Temporal 服务和 PostgreSQL、建库、写入示范社区、启动 worker 和 api。
最后一行是打开的地址。Ctrl-C 停止全部进程，数据保留；再次启动只需几秒。同一数据目录只能有一个实例。
日志在数据目录的 logs 中；某个进程意外结束会自动重新启动。
Starts Bihuan: installs, builds, fetches and starts the Temporal server and PostgreSQL, migrates, seeds a demo
community, starts worker and api. The last line holds the address to open. Ctrl-C stops every process and keeps the
data; the next start takes seconds. One instance per data folder. Logs are in the folder logs of the data folder; a
process that dies is started again.
以 root 运行时，PostgreSQL 改用系统用户 postgres 或 nobody；该用户进不了数据目录时，数据库放在 /var/lib/bihuan。
As root, PostgreSQL runs as the user postgres or nobody; where that user cannot reach the data folder, the database is
placed in /var/lib/bihuan (npm run reset removes it too).
需要 Node.js 20.19 以上和 npm / needs Node.js 20.19 or later and npm; Linux, macOS
${SETTINGS}
另见 / see also: npm run demo · npm run reset · npm test
`,
  test: `npm test [-- 路径或 vitest 选项 / path or options of vitest]
运行全部测试（不需要先 npm start），使用自己的临时 Temporal 服务和 PostgreSQL。最后一行：N passed, N failed
Runs all tests, without npm start, on a Temporal server and a PostgreSQL of their own. Last line: N passed, N failed
例 / example: npm test -- test/tools
${SETTINGS}`,
  install: `node tools/bootstrap.mjs install
只安装依赖并编译，不启动任何服务 / installs the packages and builds, starts nothing
`,
  reset: `npm run reset [-- --yes]
清空数据目录（先询问；--yes 不询问）。实例运行时拒绝执行。下载缓存保留。
Empties the data folder after asking (--yes: without). Refused while an instance runs. The cache of downloads stays.
  BIHUAN_HOME       数据目录，默认为代码目录下的 .bihuan / data folder, by default .bihuan in the checkout
`,
  demo: `npm run demo
在正在运行的实例上演示一件居民提案从提出到归档的全过程（演练案件，多人经 HTTP 办理）。先运行 npm start。
Plays one resident proposal from first word to archive on the running instance: a drill case, several people, over
HTTP. Needs npm start in another terminal.
  BIHUAN_HOME       实例的数据目录 / data folder of the instance
`,
  screenshots: `npm run screenshots [-- 网址 / address] [名称 / name …]
在正在运行的实例上拍摄 README 的图片（docs/pictures），每页两张：桌面宽度和手机宽度。先运行 npm start。
Takes the pictures of the README (docs/pictures) on the running instance, each page for a desk and for a phone. Needs
npm start in another terminal. The names stand in tools/browser/pictures.ts.
例 / example: npm run screenshots -- desk board
  BIHUAN_HOME       实例的数据目录 / data folder of the instance
  BIHUAN_CHROMIUM   使用自己的浏览器程序；默认 Linux x64 用随包的 Chromium，其他平台用已安装的 Chrome
                    a browser of your own; by default the packaged Chromium (Linux x64) or an installed Chrome
`,
  bench: `npm run bench
性能对比：纯 Temporal update、经 workflow 客户端、经 HTTP；收件箱查询。使用自己的临时服务。
Measures side by side: a bare Temporal update, ours through the workflow client, ours over HTTP; the inbox query.
`,
  'bench:time': `npm run bench:time
测量期限：大量案件在同一时刻到期时的延迟。使用自己的临时服务。
Measures deadlines: how late they come when many cases are due in one instant. On servers of its own.
`,
  chaos: `npm run chaos
案件办理途中逐个 kill -9 worker、api、Temporal 和 PostgreSQL，检验每个已确认的命令恰好记录一次。
Kills worker, api, Temporal and PostgreSQL with kill -9, each once, while a case runs, and checks that every
acknowledged command is there exactly once.
`,
  'ledger:check': `npm run ledger:check
比对 PostgreSQL 中的台账与 Temporal，核验每件案件的哈希链。需要正在运行的实例。
Compares the ledger in PostgreSQL with Temporal and verifies the hash chain of each case. Needs a running instance.
`,
  'ledger:rebuild': `npm run ledger:rebuild
由 Temporal 重建未结案件的视图。需要正在运行的实例。
Repairs the view of open cases from Temporal. Needs a running instance.
`,
};

/** The help of one command, in Chinese and English. */
export function helpFor(name) {
  return TEXTS[name];
}
