/** Whether the n-th step of a context (from 1) happens. */
export type Fate = (step: number) => 'go' | 'stop'
export const NOT_KILLED: Fate = () => 'go'
