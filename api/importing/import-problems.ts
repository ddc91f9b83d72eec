/** Problems of taking over a table. */
export const importProblems = {
  'import.notPossible': {
    status: 404,
    title: { zh: '“{process}”不能用表格导入', en: '“{process}” cannot be taken over from a table' },
    next: { zh: '请逐件发起', en: 'Open its cases one by one' },
  },
  'import.media': {
    status: 415,
    title: { zh: '导入只接受CSV或xlsx文件', en: 'Only CSV or xlsx files can be imported' },
    next: {
      zh: '直接发送文件内容,Content-Type 用 text/csv 或 xlsx 的类型',
      en: 'Send the file itself as text/csv or with the type of xlsx',
    },
  },
  'import.tooLarge': {
    status: 413,
    title: { zh: '文件超过{limitMib} MiB', en: 'The file is larger than {limitMib} MiB' },
    next: { zh: '拆成几个文件,分次导入', en: 'Divide it into several files and import one after the other' },
  },
  'import.tooManyRows': {
    status: 413,
    title: { zh: '文件超过{limit}行', en: 'The file has more than {limit} rows' },
    next: {
      zh: '每个文件最多{limit}行,拆开后分次导入;本次没有发起任何事项',
      en: 'Divide it into files of at most {limit} rows; nothing was opened',
    },
  },
  'import.tooManyColumns': {
    status: 422,
    title: { zh: '表格超过{limit}列', en: 'The table has more than {limit} columns' },
    next: { zh: '只保留需要导入的列', en: 'Keep only the columns that are to be imported' },
  },
  'import.empty': {
    status: 422,
    title: { zh: '文件中没有数据行', en: 'The file has no rows' },
    next: { zh: '第一行为列标题,从第二行起填写内容', en: 'Headings stand in the first row, data from the second on' },
  },
  'import.encoding': {
    status: 422,
    title: { zh: '无法识别CSV文件的文字编码', en: 'The encoding of the CSV file cannot be read' },
    next: {
      zh: '另存为“CSV UTF-8”或xlsx后重新导入(UTF-8与GB18030均可)',
      en: 'Save it as “CSV UTF-8” or xlsx and import it again (UTF-8 and GB18030 are read)',
    },
  },
  'import.csvBroken': {
    status: 422,
    title: { zh: 'CSV文件第{line}行引号不配对', en: 'The quotation marks in line {line} of the CSV file do not match' },
    next: {
      zh: '更正该行的英文引号,或另存为xlsx后导入',
      en: 'Correct the quotation marks there, or save it as xlsx',
    },
  },
  'import.notXlsx': {
    status: 422,
    title: { zh: '该文件不是完好的xlsx文件', en: 'The file is not a sound xlsx file' },
    next: { zh: '用表格软件打开并另存为xlsx后重新导入', en: 'Open it in a spreadsheet program and save it as xlsx' },
  },
  'import.oldExcel': {
    status: 422,
    title: {
      zh: '该文件是旧版xls格式,或设有打开密码',
      en: 'The file has the old xls format, or is protected by a password',
    },
    next: { zh: '去除密码并另存为xlsx后重新导入', en: 'Take the password off and save it as xlsx' },
  },
  'import.severalSheets': {
    status: 422,
    title: { zh: '文件中有{count}个工作表有内容:{sheets}', en: 'The file has {count} sheets with content: {sheets}' },
    next: {
      zh: '只保留需要导入的一个工作表(隐藏的也要删除)',
      en: 'Keep only the sheet that is to be imported; delete hidden ones too',
    },
  },
  'import.mergedCells': {
    status: 422,
    title: { zh: '表格中有{count}处合并单元格:{cells}', en: 'The table has {count} merged cells: {cells}' },
    next: {
      zh: '取消合并并逐格填写;第一行只放列标题,不放表名',
      en: 'Take the merging off and fill in each cell; the first row is for headings only',
    },
  },
  'import.headings': {
    status: 422,
    title: { zh: '列标题有{count}处不对', en: 'The headings have {count} faults' },
    next: { zh: '列标题须与模板一致:{expected}', en: 'The headings must be: {expected}' },
  },
  'import.invalid': {
    status: 422,
    title: { zh: '{rows}行有误,没有发起任何事项', en: '{rows} rows have faults; nothing was opened' },
    next: { zh: '按所列各行更正后重新导入整个文件', en: 'Correct the rows named and import the whole file again' },
  },
  'import.stopped': {
    status: 409,
    title: {
      zh: '导入中途停止:已发起{opened}件,还有{left}件',
      en: 'The import has stopped: {opened} opened, {left} left',
    },
    next: {
      zh: '更正所列的行,删去已发起的行,再导入其余各行',
      en: 'Correct the row named, take out the rows that are open, and import the rest',
    },
  },
} as const;
