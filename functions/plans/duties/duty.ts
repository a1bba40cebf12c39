/** What a plan's text obliges somebody to, and how it is done: by the software, or by people with a reason why. */

export interface PlanDuty {
  /** Number in the project's checklist of the text; obligations and events of the plan name it. */
  id: string;
  title: string;
  carriedBy: 'software' | 'people';
  /** One sentence: the form, deadline, mail, page, paper or command that carries it, or why people do. */
  how: string;
}
