/** How many slips lie between two words, counted by the table that every textbook has: letters and neighbours changed about. */
export function slipsBetween(one: string, other: string): number {
  const table: number[][] = [];
  const at = (row: number, column: number): number => table[row]?.[column] ?? 0;
  for (let row = 0; row <= one.length; row += 1) {
    table.push([]);
    for (let column = 0; column <= other.length; column += 1) {
      const ways = [row === 0 && column === 0 ? 0 : Number.POSITIVE_INFINITY];
      if (row > 0) ways.push(at(row - 1, column) + 1);
      if (column > 0) ways.push(at(row, column - 1) + 1);
      if (row > 0 && column > 0)
        ways.push(at(row - 1, column - 1) + Number(one[row - 1] !== other[column - 1]));
      if (row > 1 && column > 1 && one[row - 2] === other[column - 1] && one[row - 1] === other[column - 2])
        ways.push(at(row - 2, column - 2) + 1);
      table[row]!.push(Math.min(...ways));
    }
  }
  return at(one.length, other.length);
}
