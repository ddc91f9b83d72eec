/**
 * Measures of an official letter by GB/T 9704-2012 (党政机关公文格式), in PDF points: A4 with a text area of 156 × 225 mm,
 * 28 characters to a line and 22 lines to a page.
 */
const MM = 72 / 25.4;

export const sheet = {
  width: 210 * MM,
  height: 297 * MM,
  left: 28 * MM,
  top: 37 * MM,
  textWidth: 156 * MM,
  textHeight: 225 * MM,
  /** Size 三号 so that 28 characters fill the line exactly. */
  bodySize: (156 * MM) / 28,
  /** Of tables and page numbers: 四号. */
  smallSize: 14,
  /** Of the title: 二号. */
  titleSize: 22,
  lineHeight: (225 * MM) / 22,
  smallLineHeight: 22,
  titleLineHeight: 35,
} as const;
