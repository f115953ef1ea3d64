export default function Theme({ children }) {
  return <main>{children}</main>;
}
