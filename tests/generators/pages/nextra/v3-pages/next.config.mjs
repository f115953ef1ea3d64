import nextra from "nextra";

const withNextra = nextra({ theme: "./theme.jsx", latex: false });

export default withNextra({ output: "export", trailingSlash: true, images: { unoptimized: true } });
