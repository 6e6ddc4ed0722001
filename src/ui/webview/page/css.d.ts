/** Style sheets that a page imports are bundled beside its script. */
declare module '*.css';
