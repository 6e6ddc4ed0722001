/** Stands for a module of the bundle that is never asked anything. */
export const absent = true;
