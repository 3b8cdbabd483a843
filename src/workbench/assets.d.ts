/** The text of a file, as the bundler brings it along. */
declare module '*?text' {
  const text: string;
  export default text;
}
