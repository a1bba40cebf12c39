/** What Node says of wrong flags, in Vietnamese. */

/** `known`: the flags of the command, as typed. */
export function flagFault(error: unknown, known: readonly string[]): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  const name = /'(-[^' <=]*)/.exec(message)?.[1] ?? '';
  const list = `Các lựa chọn dùng được: ${known.join(', ')}.`;
  switch (code) {
    case 'ERR_PARSE_ARGS_UNKNOWN_OPTION':
      return `Không có lựa chọn “${name}”. ${list}`;
    case 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL':
      return `Không hiểu “${/'([^']*)'/.exec(message)?.[1] ?? ''}”. ${list}`;
    case 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE':
      return /does not take/.test(message)
        ? `Lựa chọn “${name}” không đi kèm giá trị.`
        : `Sau “${name}” hãy ghi một giá trị.`;
    default:
      return `Không hiểu dòng lệnh. ${list}`;
  }
}
