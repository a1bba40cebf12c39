/** Số, ký hiệu of an official paper: "12/KH-UBND", "05/2025/QĐ-UBND". */

const pattern = /^\d{1,5}\s*\/\s*(?:\d{4}\s*\/\s*)?[\p{L}\d&.-]{2,40}$/u;

export const isPaperNumber = (text: string): boolean => pattern.test(text);
