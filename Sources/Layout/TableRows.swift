import Document
import Text

func tableRows(of block: Block, _ table: Table, _ metrics: Metrics) -> [Row] {
  codeRows(of: block, metrics)
}
