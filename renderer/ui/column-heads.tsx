/** The names of a table's columns; those of numbers stand over the digits. */
export const ColumnHeads = ({ columns }: { columns: readonly (string | { readonly number: string })[] }) => (
  <thead>
    <tr>
      {columns.map((column) =>
        typeof column === "string" ? (
          <th key={column} scope="col">
            {column}
          </th>
        ) : (
          <th key={column.number} scope="col" className="number">
            {column.number}
          </th>
        ),
      )}
    </tr>
  </thead>
);
