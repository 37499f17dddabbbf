import Document
import Layout

func standInRows(of block: Block, metrics: Metrics) -> [Row] {
  [Row(range: 0..<block.text.count, fragments: [Fragment(column: 0, range: 0..<block.text.count)], columns: 0)]
}

let guideLocation = "guide:"
