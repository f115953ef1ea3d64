export const useMDXComponents = (components) => ({ ...components, wrapper: ({ children }) => <main>{children}</main> });
