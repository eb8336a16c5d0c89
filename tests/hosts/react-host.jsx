// Renders around the element as a careless application does: new siblings, a new order, new wrappers' props, its text
// children replaced, attributes set to what they are already. React keeps the element itself by its key.
import { useEffect, useState } from "react";
import { createRoot } from "react-dom/client";

function Article() {
  const [turn, setTurn] = useState(0);
  useEffect(() => {
    window.turns = turn;
    if (turn < 50) setTimeout(() => setTurn(turn + 1), 10);
  }, [turn]);
  const calculator = (
    <emissions-calculator key="ant" id="ant" src="../ant-group-2021.json" theme={turn % 2 ? "light" : "auto"}>
      <p>About 15,562 petrol cars driven for a year.</p>
    </emissions-calculator>
  );
  const advertisement = <aside key="advertisement">An advertisement, turn {turn}</aside>;
  return <section data-turn={turn}>{turn % 2 ? [advertisement, calculator] : [calculator, advertisement]}</section>;
}

createRoot(document.querySelector("#app")).render(<Article />);
