/** Altinn's expression language: a literal, or `[function, ...arguments]`. */
export type Expression = string | number | boolean | null | Expression[];
