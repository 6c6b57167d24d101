/** The five stages of the method. Each has one colour and one seal, in the menu, the lifeline, the tag and the chart. */
export type Stage = 'listen' | 'discuss' | 'act' | 'evaluate' | 'appreciate';

/** How far a stage has come: carved seal, carved seal with a ring, dashed outline. */
export type Progress = 'done' | 'now' | 'ahead';
