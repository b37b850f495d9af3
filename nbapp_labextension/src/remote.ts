import plugins from "./index";
import { offer } from "./lab/container";

offer("nbapp", plugins);
