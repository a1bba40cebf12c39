/** What the text of a plan obliges, number by number: the list that the demo shows and ARCHITECTURE's table repeats. */

export interface Duty {
  /** Its number in the checklist of the plan's text: "BL-01". */
  id: string;
  /** Vietnamese, short. */
  title: string;
  /** 'software': something here does it or makes it happen. 'people': people do it, nothing here has to show it. */
  how: 'software' | 'people';
  /** Vietnamese: what carries it, or whose work it is. */
  sentence: string;
}
