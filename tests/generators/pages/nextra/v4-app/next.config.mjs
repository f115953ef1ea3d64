import nextra from "nextra";

export default nextra({ search: false })({ output: "export", trailingSlash: true, images: { unoptimized: true } });
